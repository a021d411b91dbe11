/** The terminal: commands, their output and exit codes. */
@NullMarked
package org.emotitune.cli;

import org.jspecify.annotations.NullMarked;
