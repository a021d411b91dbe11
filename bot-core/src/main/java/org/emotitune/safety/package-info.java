/** Recognises people in danger before anything else is done with their words. */
@NullMarked
package org.emotitune.safety;

import org.jspecify.annotations.NullMarked;
