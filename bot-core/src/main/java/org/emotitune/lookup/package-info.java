/** What services outside know of a recording: its lyrics, its popularity. */
@NullMarked
package org.emotitune.lookup;

import org.jspecify.annotations.NullMarked;
