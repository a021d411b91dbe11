package org.emotitune.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;

/** Prompts in the way that a server wants them. */
final class ChatRequests {
    /** Room for thinking: what an answer may have grows by this where a model thinks first. */
    private static final int THINKING = 8;

    private ChatRequests() {}

    /** @param most tokens of the answer, if that is less than the way allows */
    static ChatRequest of(Prompt prompt, Dialect.Way way, long most) {
        int limit = limit(prompt, way, most);
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
        if (way.temperature()) {
            parameters.temperature(0.0);
        }
        switch (way.limit()) {
            case MAX_TOKENS -> parameters.maxOutputTokens(limit);
            case MAX_COMPLETION_TOKENS -> parameters.maxCompletionTokens(limit);
        }
        switch (level(prompt, way)) {
            case JSON_SCHEMA -> parameters.responseFormat(Schemas.of(prompt.form()));
            case JSON -> parameters.responseFormat(ResponseFormat.JSON);
            case LIST -> {}
        }
        return ChatRequest.builder()
                .messages(SystemMessage.from(instructions(prompt, way)), UserMessage.from(prompt.data()))
                .parameters(parameters.build())
                .build();
    }

    /** Words are so simple that a list is better than JSON. */
    static OutputLevel level(Prompt prompt, Dialect.Way way) {
        return prompt.form() == Prompt.Form.WORDS ? OutputLevel.LIST : way.level();
    }

    /** @return all that is the same every time */
    static String instructions(Prompt prompt, Dialect.Way way) {
        String form = level(prompt, way) == OutputLevel.LIST ? prompt.asList() : prompt.asJson();
        return form.isEmpty() ? prompt.instructions() : prompt.instructions() + "\n\n" + form;
    }

    static int mostTokens(Prompt prompt, Dialect.Way way) {
        long most = way.thinks() ? (long) prompt.mostTokens() * THINKING : prompt.mostTokens();
        return (int) Math.min(most, way.most());
    }

    /** @param most as in {@link #of} */
    static int limit(Prompt prompt, Dialect.Way way, long most) {
        return (int) Math.min(mostTokens(prompt, way), most);
    }

    /** Of all that is sent. */
    static long estimatedInput(Prompt prompt, Dialect.Way way) {
        return Tokens.estimate(instructions(prompt, way)) + Tokens.estimate(prompt.data());
    }

    /** @return at least as much as {@link #estimatedInput}, in whatever way it is asked in the end */
    static long mostInput(Prompt prompt) {
        String form = prompt.asJson().length() > prompt.asList().length() ? prompt.asJson() : prompt.asList();
        return Tokens.estimate(prompt.instructions() + "\n\n" + form) + Tokens.estimate(prompt.data());
    }
}
