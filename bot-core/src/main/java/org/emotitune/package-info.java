/** EmotiTune: tell it how you feel, get songs. Its root holds only the composition root. */
@NullMarked
package org.emotitune;

import org.jspecify.annotations.NullMarked;
