/** From a profile to a page of songs: search, floor, near-best band, order. */
@NullMarked
package org.emotitune.recommend;

import org.jspecify.annotations.NullMarked;
