package org.emotitune.llm;

import static org.emotitune.llm.ServerCheck.SUBJECT;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.emotitune.doctor.Finding;
import org.emotitune.llm.LanguageModel.Setup;
import org.jspecify.annotations.Nullable;

/** What came of trying a server, as sentences with their fixes. */
final class ServerFindings {
    private static final int NAMES = 5;

    private ServerFindings() {}

    /** @return why nothing can be asked of the server; empty if something can */
    static List<Finding> obstacles(Setup setup, ModelList.Outcome models) {
        return switch (models) {
            case ModelList.Unreachable(var why) -> failed(clause(why), reach(setup, why.getCause()));
            case ModelList.Elsewhere(var address) ->
                failed(
                        "the API is not at %s but at %s".formatted(setup.base(), address),
                        "set OPENAI_BASE_URL=" + address);
            case ModelList.NoApi() ->
                failed(
                        "%s answers with something that is no API, such as a web page".formatted(setup.base()),
                        "set OPENAI_BASE_URL to the address of the server's API, which mostly ends in /v1");
            case ModelList.KeyRefused()
            when setup.key() == null -> failed("%s wants a key".formatted(setup.base()), "set OPENAI_API_KEY");
            case ModelList.KeyRefused() -> List.of();
            case ModelList.NoList() -> List.of();
            case ModelList.Listed listed -> List.of();
        };
    }

    static String reach(Setup setup, @Nullable Throwable cause) {
        return switch (cause) {
            case SSLException unsafe
            when HomeNetwork.holds(setup.base()) ->
                "let OPENAI_BASE_URL begin with http:// if the server speaks no TLS, as most local ones";
            case SSLException unsafe -> "check the host in OPENAI_BASE_URL, and the server's certificate";
            case ConnectException none
            when none.getCause() instanceof UnresolvedAddressException -> "check the host in OPENAI_BASE_URL";
            case ConnectException none -> "start the server, or set OPENAI_BASE_URL to where it is";
            case TimeoutException late -> "see whether the server is overloaded, or something is in the way";
            case IOException broken -> "check OPENAI_BASE_URL; let it begin with https:// if the server speaks TLS";
            case null, default ->
                "look at the server's log, or at the provider's status page and the limits of your account";
        };
    }

    /** @param outcome of a message that was sent because nothing stood in the way */
    static List<Finding> told(Setup setup, ModelList.Outcome models, TrialMessage.Outcome outcome) {
        return outcome instanceof TrialMessage.Refused(var why)
                ? List.of(refused(setup, models, why))
                : List.of(server(setup, models), MessageFindings.of(setup, outcome));
    }

    private static Finding refused(Setup setup, ModelList.Outcome models, ServerRefusesException why) {
        return switch (models) {
            case ModelList.KeyRefused() -> Finding.failed(SUBJECT, clause(why), "check OPENAI_API_KEY");
            case ModelList.Listed(var names)
            when !has(names, setup.chatModel()) ->
                Finding.failed(
                        SUBJECT,
                        "%s has no model %s%s".formatted(setup.base(), setup.chatModel(), instead(names, setup)),
                        "set OPENAI_CHAT_MODEL to a model of the server, or load that one there");
            default ->
                Finding.failed(
                        SUBJECT,
                        clause(why),
                        "check OPENAI_CHAT_MODEL and OPENAI_API_KEY, and OPENAI_BASE_URL, which mostly ends in /v1");
        };
    }

    private static Finding server(Setup setup, ModelList.Outcome models) {
        if (!(models instanceof ModelList.Listed(var names))) {
            return Finding.ok(SUBJECT, "%s answers; it shows no list of models".formatted(setup.base()));
        }
        return has(names, setup.chatModel())
                ? Finding.ok(SUBJECT, "%s answers and has %s".formatted(setup.base(), setup.chatModel()))
                : Finding.warning(
                        SUBJECT,
                        "%s answers, but does not list %s%s"
                                .formatted(setup.base(), setup.chatModel(), instead(names, setup)),
                        "check OPENAI_CHAT_MODEL, as another model may be answering");
    }

    /** Ollama lists a version with each name, Google a folder. */
    private static boolean has(List<String> names, String model) {
        return names.stream()
                .anyMatch(name ->
                        List.of(model, model + ":latest", "models/" + model).contains(name));
    }

    /** Those that look most like the one that is missing. */
    private static String instead(List<String> names, Setup setup) {
        if (names.isEmpty()) {
            return "; it lists none";
        }
        Comparator<String> alike = Comparator.comparingInt(name -> -commonBeginning(name, setup.chatModel()));
        List<String> nearest = names.stream()
                .distinct()
                .sorted(alike.thenComparing(Comparator.naturalOrder()))
                .limit(NAMES)
                .toList();
        return "; it has %s%s".formatted(String.join(", ", nearest), names.size() > NAMES ? ", …" : "");
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    static Finding level(OutputLevel level) {
        return Finding.ok(
                SUBJECT,
                switch (level) {
                    case JSON_SCHEMA -> "answers are held to a JSON schema by the server";
                    case JSON -> "answers are JSON; the server knows no JSON schema";
                    case LIST -> "answers are plain lists; the server knows neither JSON schema nor JSON mode";
                });
    }

    /** An exception's message as a part of a sentence. */
    static String clause(Exception e) {
        return String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
    }

    private static List<Finding> failed(String sentence, String fix) {
        return List.of(Finding.failed(SUBJECT, sentence, fix));
    }
}
