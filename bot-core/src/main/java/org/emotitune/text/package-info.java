/** Chat text as tokens, and phrases that are looked for in them. */
@NullMarked
package org.emotitune.text;

import org.jspecify.annotations.NullMarked;
