package org.emotitune.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which language model reads messages and songs, how it is asked, and what it may cost.
 *
 * @param server null where no language model is used
 * @param price null where it is not told
 */
public record LlmSettings(
        @Nullable Server server,
        Manner manner,
        Budget budget,
        @Nullable Price price) {
    /** Where nothing is set. */
    public static final LlmSettings DEFAULT = of(new Variables(Map.of()));

    /** What stands for a number of tokens without a limit. */
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /**
     * Where the model is.
     *
     * @param address of the API, its version included, without a slash at its end
     * @param key null where the server wants none; in no log, whoever prints the record
     * @param embeddingModel null where words are embedded in this process
     */
    public record Server(
            URI address,
            @Nullable String key,
            String chatModel,
            @Nullable String embeddingModel) {
        @Override
        public String toString() {
            return "Server[%s, %s, %s]".formatted(address, chatModel, embeddingModel);
        }
    }

    /** What is asked for. */
    public enum Style {
        EMOTITUNE,
        ARTICLE
    }

    /**
     * How a model is asked.
     *
     * @param perMessage time until a message is read by the built-in reader instead
     * @param concurrency calls at the same time
     * @param songsPerRequest at least 1
     */
    public record Manner(Style style, Duration perMessage, int concurrency, int songsPerRequest) {}

    /** Tokens and money that may be spent; {@link Long#MAX_VALUE} and infinity where there is no limit. */
    public record Budget(long tokensPerDay, long tokensPerJob, double moneyPerDay, double moneyPerJob) {}

    /** Money for a million tokens. */
    public record Price(double input, double output) {}

    static LlmSettings of(Variables variables) {
        Price price = price(variables);
        Budget budget = new Budget(
                variables.countOrOff("LLM_TOKENS_PER_DAY", 5_000_000, NO_LIMIT),
                variables.countOrOff("LLM_TOKENS_PER_JOB", 20_000_000, NO_LIMIT),
                money(variables, "LLM_MONEY_PER_DAY", price),
                money(variables, "LLM_MONEY_PER_JOB", price));
        return new LlmSettings(server(variables), manner(variables), budget, price);
    }

    private static Manner manner(Variables variables) {
        return new Manner(
                Style.values()[variables.choice("LLM_STYLE", "emotitune", "article")],
                Duration.ofSeconds(variables.number("LLM_SECONDS_PER_MESSAGE", 4, 1, 60)),
                variables.number("LLM_CONCURRENCY", 8, 1, 64),
                variables.number("LLM_SONGS_PER_REQUEST", 1, 1, 10));
    }

    private static @Nullable Server server(Variables variables) {
        String key = key(variables);
        if (key == null && variables.text("OPENAI_BASE_URL").isEmpty()) {
            return null;
        }
        String chatModel = variables.text("OPENAI_CHAT_MODEL");
        return new Server(
                address(variables),
                key,
                chatModel.isEmpty() ? "gpt-4.1-mini" : chatModel,
                variables.textOrNull("OPENAI_EMBEDDING_MODEL"));
    }

    private static URI address(Variables variables) {
        URI address = variables.address("OPENAI_BASE_URL", "https://api.openai.com/v1");
        if (address.getRawQuery() != null || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            variables.problem("OPENAI_BASE_URL has a host and a path only; a key has its own variable, OPENAI_API_KEY");
        }
        return address;
    }

    /** A key goes into a header, which takes no line break and nothing that is not ASCII. */
    private static @Nullable String key(Variables variables) {
        String key = variables.textOrNull("OPENAI_API_KEY");
        if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            variables.problem("OPENAI_API_KEY has a character in it that no key has, such as a space or a line break");
        }
        return key;
    }

    private static @Nullable Price price(Variables variables) {
        Double input = variables.money("LLM_PRICE_INPUT");
        Double output = variables.money("LLM_PRICE_OUTPUT");
        if (variables.text("LLM_PRICE_INPUT").isEmpty()
                != variables.text("LLM_PRICE_OUTPUT").isEmpty()) {
            variables.problem("LLM_PRICE_INPUT and LLM_PRICE_OUTPUT go together: set both or none");
        }
        return input == null || output == null ? null : new Price(input, output);
    }

    private static double money(Variables variables, String name, @Nullable Price price) {
        Double most = variables.moneyOrOff(name);
        if (most != null && price == null) {
            variables.problem(name + " needs LLM_PRICE_INPUT and LLM_PRICE_OUTPUT");
        }
        return most == null ? Double.POSITIVE_INFINITY : most;
    }
}
