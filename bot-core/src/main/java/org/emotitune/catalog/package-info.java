/** Where songs and their profiles come from. */
@NullMarked
package org.emotitune.catalog;

import org.jspecify.annotations.NullMarked;
