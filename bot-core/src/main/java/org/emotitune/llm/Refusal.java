package org.emotitune.llm;

import dev.langchain4j.exception.HttpException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotitune.lookup.ServiceUnavailableException;

/**
 * What a server says when it does not do what it was asked. Servers word it differently, so words are looked for in all
 * that is its own; what it shows of the request says nothing, and nothing is told but a known code.
 *
 * @param said in small letters, without what it quotes
 * @param parameter that the server says is the matter; empty where it does not
 * @param code as "invalid_api_key"; empty where there is none that is known
 */
record Refusal(int status, String said, String parameter, String code) {
    private static final Set<String> CODES = Set.of(
            "invalid_api_key",
            "authentication_error",
            "permission_error",
            "account_deactivated",
            "access_terminated",
            "model_not_found",
            "not_found_error",
            "insufficient_quota",
            "insufficient_balance",
            "billing_hard_limit_reached",
            "billing_not_active",
            "rate_limit_exceeded",
            "context_length_exceeded",
            "exceed_context_size_error",
            "content_filter",
            "content_policy_violation",
            "invalid_request",
            "invalid_request_error",
            "unsupported_parameter",
            "unsupported_value",
            "unknown_parameter",
            "server_error");

    /** Below this no answer has room. */
    private static final int LEAST = 50;

    private static final Pattern AT_MOST =
            Pattern.compile("(?:at most|up to|equal to|maximum|limit|<=)\\D{0,20}?(\\d{2,7})");

    static Refusal of(HttpException refusal) {
        RefusalText text = RefusalText.of(String.valueOf(refusal.getMessage()));
        String code = text.codes().stream().filter(CODES::contains).findFirst().orElse("");
        return new Refusal(refusal.statusCode(), text.said(), text.parameter(), code);
    }

    /** Whether it is about how it was asked, not about who asks for what. */
    boolean isOfTheForm() {
        return switch (status) {
            case 400, 404, 405, 415, 422 -> true;
            default -> false;
        };
    }

    /** Whether it may be about the form even if it does not say so. */
    boolean mayBeOfAnything() {
        return status == 400 || status == 415 || status == 422;
    }

    private boolean isOfTheAnswersForm() {
        return isOf("response_format", "json_schema", "json_object", "grammar", "structured output", "json mode");
    }

    private boolean isOfTemperature() {
        return isOf("temperature");
    }

    private boolean isOfTheLimit() {
        return isOf("max_tokens", "max_completion_tokens");
    }

    /** Where the server names a parameter, its words on others (use that one instead) do not count. */
    private boolean isOf(String... words) {
        String told = parameter.isEmpty() ? said : parameter;
        return Stream.of(words).anyMatch(told::contains);
    }

    /** What was asked about is longer than the model can read. */
    boolean isOfLength() {
        return status == 413
                || Stream.of("context_length", "context length", "context size", "context_size", "context window")
                        .anyMatch(said::contains);
    }

    /** A filter of the server did not like what was asked about. */
    boolean isOfTheFilter() {
        return Stream.of(
                        "content_filter",
                        "content_policy",
                        "responsibleaipolicy",
                        "content management policy",
                        "input was flagged")
                .anyMatch(said::contains);
    }

    /** Whether another attempt may go well: a timeout, a conflict, too early. */
    boolean isForNow() {
        return status == 408 || status == 409 || status == 425;
    }

    /** @param who was asked, as the beginning of a sentence */
    ServiceUnavailableException unavailable(String who) {
        // A server that has waited too long for its model has had it work.
        return new ServiceUnavailableException("%s answered %d.".formatted(who, status), null, status == 408);
    }

    /**
     * @param place address of the API, without anything secret
     * @return what the operator is to do
     */
    ServerRefusesException told(String model, String place) {
        String told = code.isEmpty() ? Integer.toString(status) : "%d, %s".formatted(status, code);
        return new ServerRefusesException(what(model, place) + " (" + told + ").");
    }

    private String what(String model, String place) {
        return switch (status) {
            case 401, 403 -> "The key is refused by %s: look at OPENAI_API_KEY".formatted(place);
            case 402 -> "The account has no credit left at %s: look at its billing page".formatted(place);
            case 404, 405 ->
                "There is no model %s at %s, or OPENAI_BASE_URL is wrong (does it end in /v1?)".formatted(model, place);
            default -> "%s refuses to be asked for %s in any way that EmotiTune knows".formatted(place, model);
        };
    }

    /**
     * How to ask instead.
     *
     * @param json whether JSON was asked for
     * @param limit of the answer's tokens that was asked for
     * @return ways that the server itself points to, the likeliest first
     */
    Stream<Dialect.Way> pointsTo(Dialect.Way way, boolean json, int limit) {
        return Stream.of(
                        Optional.of(way)
                                .filter(asked -> json && isOfTheAnswersForm())
                                .map(Dialect.Way::lower),
                        Optional.of(way).filter(asked -> isOfTheLimit()).map(asked -> otherLimit(asked, limit)),
                        Optional.of(way)
                                .filter(asked -> asked.temperature() && isOfTemperature())
                                .map(Dialect.Way::withoutTemperature))
                .flatMap(Optional::stream);
    }

    private Dialect.Way otherLimit(Dialect.Way way, int limit) {
        return isOfItsSize() && limit / 2 >= LEAST ? way.capped(smaller(limit)) : way.withOtherLimit();
    }

    /** Whether the limit is too great, not unknown by that name. */
    private boolean isOfItsSize() {
        boolean ofItsName = Stream.of("instead", "unsupported", "not supported", "unknown", "unrecognized", "permitted")
                .anyMatch(said::contains);
        return !ofItsName
                && (AT_MOST.matcher(said).find()
                        || Stream.of("too large", "too high", "too big", "exceed", "range")
                                .anyMatch(said::contains));
    }

    /** @return what the server allows, if it says so, else half of it */
    private int smaller(int limit) {
        return AT_MOST.matcher(said)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .filter(most -> most >= LEAST && most < limit)
                .max()
                .orElse(limit / 2);
    }

    /** What it says may still show what was sent. */
    @Override
    public String toString() {
        return "Refusal[%d]".formatted(status);
    }
}
