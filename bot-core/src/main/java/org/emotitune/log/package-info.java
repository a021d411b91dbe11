/** What never stands in a log. */
@NullMarked
package org.emotitune.log;

import org.jspecify.annotations.NullMarked;
