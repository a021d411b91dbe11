package org.emotitune.llm;

/** How a model is asked. */
public enum PromptStyle {
    /** Weighted emotions and themes of the closed lists. */
    EMOTITUNE,
    /** What the article's two prompts ask: emotion words, comma-separated. For comparisons. */
    ARTICLE
}
