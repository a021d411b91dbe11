/** From a message to an answer, for every platform. */
@NullMarked
package org.emotitune.conversation;

import org.jspecify.annotations.NullMarked;
