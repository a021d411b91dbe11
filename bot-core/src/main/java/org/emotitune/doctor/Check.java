package org.emotitune.doctor;

import java.util.List;

/** Looks at one part of the program. */
public interface Check {
    /** @return in the order in which they are to be told; what the part does not have is no finding */
    List<Finding> findings();
}
