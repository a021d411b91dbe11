/**
 * Emotions by a language model on any server that speaks OpenAI's API: prompts, the server and its quirks, answers that
 * become words and nothing else, budgets. What cannot be read so is read by the embedded extractors.
 */
@NullMarked
package org.emotitune.llm;

import org.jspecify.annotations.NullMarked;
