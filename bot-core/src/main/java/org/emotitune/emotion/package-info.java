/** Emotions, themes, profiles of them, and the space in which profiles are compared. */
@NullMarked
package org.emotitune.emotion;

import org.jspecify.annotations.NullMarked;
