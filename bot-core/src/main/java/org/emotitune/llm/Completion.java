package org.emotitune.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and what it tells of the model.
 *
 * @param thought whether the model has thought before it answered, or spent all of the answer on that
 * @param readable whether {@link AnswerReader} can make words of it
 */
record Completion(Answer answer, boolean thought, boolean readable) {
    /** @param input estimated tokens, where the server does not count them */
    static Completion of(Prompt prompt, ChatResponse response, long input) {
        String text = orEmpty(response.aiMessage().text());
        String thoughts = orEmpty(response.aiMessage().thinking());
        boolean cut = response.finishReason() == FinishReason.LENGTH;
        boolean refused = response.finishReason() == FinishReason.CONTENT_FILTER;
        boolean thought = !thoughts.isBlank()
                || Thinking.isIn(text)
                || thinkingTokens(response.tokenUsage()) > 0
                || (cut && text.isBlank());
        Tokens estimate = new Tokens(input, Tokens.estimate(text) + Tokens.estimate(thoughts));
        Answer answer = new Answer(text, cut, refused, counted(response.tokenUsage(), estimate));
        return new Completion(answer, thought, isReadable(prompt, answer));
    }

    /** Whether it is an answer in another form than JSON, not none at all. */
    boolean isProse() {
        return !readable && AnswerReader.isProse(answer);
    }

    private static Tokens counted(@Nullable TokenUsage usage, Tokens estimate) {
        return usage == null ? estimate : new Tokens(usage.inputTokenCount(), usage.outputTokenCount());
    }

    private static int thinkingTokens(@Nullable TokenUsage usage) {
        return usage instanceof OpenAiTokenUsage ours
                        && ours.outputTokensDetails() != null
                        && ours.outputTokensDetails().reasoningTokens() != null
                ? ours.outputTokensDetails().reasoningTokens()
                : 0;
    }

    private static boolean isReadable(Prompt prompt, Answer answer) {
        try {
            return !AnswerReader.read(prompt, answer).isEmpty();
        } catch (UnusableAnswerException e) {
            return false;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
