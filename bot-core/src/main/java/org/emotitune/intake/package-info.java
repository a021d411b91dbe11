/** Songs that an operator brings: files and playlists, row by row, into the catalog. */
@NullMarked
package org.emotitune.intake;

import org.jspecify.annotations.NullMarked;
