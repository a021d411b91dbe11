/** What admins say and see on chat platforms, the same on each: commands, questions before work, progress, files. */
@NullMarked
package org.emotitune.admin;

import org.jspecify.annotations.NullMarked;
