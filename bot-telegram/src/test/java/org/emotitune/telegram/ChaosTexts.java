package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;

/**
 * What people write in the chaos, and by what an answer to each is known. Nobody asks for help lines: those wait for no
 * line and no limit.
 */
final class ChaosTexts {
    /** @param answer first line of the answer in private, of no other text of the same language */
    record Phrase(String text, String answer) {
        boolean isCommand() {
            return text.startsWith("/");
        }
    }

    private static final Map<Language, List<String>> SENTENCES = Map.of(
            Language.SPANISH,
            List.of(
                    "me acaba de dejar mi novia y no paro de llorar",
                    "¡¡me han dado el trabajo!! todavía no me lo creo",
                    "echo muchísimo de menos a mi abuela",
                    "mañana tengo el examen y estoy de los nervios",
                    "qué rabia me da que me mientan a la cara",
                    "domingo de lluvia, manta y café, qué a gusto",
                    "tengo ganas de salir a bailar toda la noche",
                    "me siento solo aunque esté rodeado de gente",
                    "ya no puedo más con el curro, estoy quemada",
                    "hoy ha nacido mi hija 😭❤️",
                    "<b>triste</b> & con <i>esperanza</i>"),
            Language.ENGLISH,
            List.of(
                    "my girlfriend just left me and I can't stop crying",
                    "I got the job!! still can't believe it",
                    "I miss my grandma so much today",
                    "finals tomorrow and I'm freaking out",
                    "he lied to my face and I am furious",
                    "sunday morning, rain, coffee and a blanket, life is good",
                    "wanna dance all night long",
                    "I feel lonely even when I'm with people",
                    "burnt out, I can't do this job anymore",
                    "my daughter was born today 😭❤️",
                    "<b>sad</b> & <i>hopeful</i>"));

    private static final Map<Language, List<String>> COMMANDS = Map.of(
            Language.SPANISH, List.of("/start", "/ayuda", "/privacidad", "/idioma"),
            Language.ENGLISH, List.of("/start", "/help", "/privacy", "/language"));

    /** For somebody of whom too many messages have come at once, as after a time without network. */
    private static final Set<String> APOLOGIES = inAll("apology.too-fast.waiting", "apology.busy");

    private final Map<Language, List<Phrase>> phrases;

    private ChaosTexts(Map<Language, List<Phrase>> phrases) {
        this.phrases = phrases;
    }

    /** Has the bot answer each text once while all is well, each to somebody else. */
    static ChaosTexts rehearsed(LocalTelegram telegram, int perLanguage) {
        Map<Language, List<Phrase>> phrases = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            List<Phrase> heard = rehearsed(telegram, language, texts(language).limit(perLanguage));
            String heardAs = Texts.in(language, "songs.heard", "");
            phrases.put(
                    language,
                    distinct(heard.stream()
                            .filter(one -> one.isCommand() || one.answer().startsWith(heardAs))
                            .toList()));
        }
        return new ChaosTexts(phrases);
    }

    private static Stream<String> texts(Language language) {
        Stream<String> feelings = VocabularyFiles.load().emotions().stream()
                .map(emotion -> (language == Language.SPANISH ? "siento " : "I feel ") + emotion.name(language));
        return Stream.of(in(COMMANDS, language).stream(), in(SENTENCES, language).stream(), feelings)
                .flatMap(texts -> texts);
    }

    private static List<Phrase> rehearsed(LocalTelegram telegram, Language language, Stream<String> texts) {
        Map<String, Person> people = new LinkedHashMap<>();
        texts.forEach(text -> {
            Person person = telegram.person("Rehearsal", language.code());
            person.says(text);
            people.put(text, person);
        });
        telegram.until(() -> people.values().stream()
                .noneMatch(person -> person.chat().ofBot().isEmpty()));
        List<Phrase> heard = new ArrayList<>();
        people.forEach((text, person) ->
                heard.add(new Phrase(text, firstLine(person.chat().answer().text()))));
        return heard;
    }

    private static List<Phrase> distinct(List<Phrase> heard) {
        Map<String, Phrase> byAnswer = new LinkedHashMap<>();
        heard.forEach(one -> byAnswer.putIfAbsent(one.answer(), one));
        return List.copyOf(byAnswer.values());
    }

    /** Texts of the bot, in all languages. */
    static Set<String> inAll(String... keys) {
        return Stream.of(keys)
                .flatMap(key -> Arrays.stream(Language.values()).map(in -> Texts.in(in, key)))
                .collect(Collectors.toSet());
    }

    static boolean isApology(String firstLine) {
        return APOLOGIES.contains(firstLine);
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    List<Phrase> in(Language language) {
        return in(phrases, language);
    }

    private static <T> List<T> in(Map<Language, List<T>> texts, Language language) {
        return texts.getOrDefault(language, List.of());
    }

    /** Whether an answer that begins so is one to a feeling. */
    boolean isHeard(String firstLine) {
        return phrases.values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> !one.isCommand() && one.answer().equals(firstLine));
    }

    /** For the log: it must hold none of these. The short ones may be words of programs. */
    List<String> sentences() {
        return SENTENCES.values().stream().flatMap(List::stream).toList();
    }
}
