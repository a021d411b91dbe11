/** The door of the conversation: who is let in, in which order, and what is fair. */
@NullMarked
package org.emotitune.reception;

import org.jspecify.annotations.NullMarked;
