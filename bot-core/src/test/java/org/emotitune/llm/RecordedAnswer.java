package org.emotitune.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.emotitune.emotion.Resources;

/**
 * What a model could have answered about a song or a message, written by hand in the form and with the quirks of models.
 *
 * @param about title of the song, or the message
 * @param content text of the answer as a server sends it
 */
record RecordedAnswer(String about, String content, Set<Quirk> quirks, Expected expected) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END_OF_THINKING = "</think>";

    /** How an answer is not plain JSON with words of the lists. */
    enum Quirk {
        /** A reasoning model's thoughts come first. */
        THINK,
        FENCE,
        /** Something is said after the answer. */
        REMARK,
        PRETTY,
        /** Weights are strings. */
        STRINGS,
        /** Derivatives, synonyms or words that are no emotion. */
        WORDS,
        /** Names that are no theme, or more than four. */
        THEMES,
        /** More than eight emotions. */
        NINE,
        LIST,
        ARTICLE
    }

    /** Which kind of server and prompt an answer belongs to. */
    enum Form {
        /** Of a server that can be told to send JSON. */
        JSON,
        /** Of a server that cannot. */
        LIST,
        /** Of the article's prompts. */
        ARTICLE
    }

    /**
     * What must come out in the end.
     *
     * @param emotions words of the vocabulary, the strongest first
     * @param themes the strongest first
     * @param language that it is in
     */
    record Expected(List<String> emotions, List<String> themes, String language) {}

    static List<RecordedAnswer> songs() {
        return load("recorded-songs.jsonl", "title");
    }

    static List<RecordedAnswer> messages() {
        return load("recorded-messages.jsonl", "message");
    }

    private static List<RecordedAnswer> load(String file, String about) {
        return Resources.lines(RecordedAnswer.class, file).stream()
                .map(line -> of(parsed(line.text()), about))
                .toList();
    }

    private static RecordedAnswer of(JsonNode line, String about) {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        texts(line.required("quirks")).forEach(name -> quirks.add(Quirk.valueOf(name.toUpperCase(Locale.ROOT))));
        JsonNode expect = line.required("expect");
        return new RecordedAnswer(
                line.required(about).asText(),
                line.required("content").asText(),
                quirks,
                new Expected(
                        texts(expect.required("emotions")),
                        texts(expect.required("themes")),
                        expect.required("language").asText()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }

    Form form() {
        if (quirks.contains(Quirk.ARTICLE)) {
            return Form.ARTICLE;
        }
        return quirks.contains(Quirk.LIST) ? Form.LIST : Form.JSON;
    }

    /** The JSON alone, without what stands around it; only of {@link Form#JSON}. */
    String objectText() {
        int thought = content.indexOf(END_OF_THINKING);
        String said = thought < 0 ? content : content.substring(thought + END_OF_THINKING.length());
        return said.substring(said.indexOf('{'), said.lastIndexOf('}') + 1);
    }

    /** A test that fails names what it is about, not all of them in full. */
    @Override
    public String toString() {
        return about;
    }

    JsonNode object() {
        return parsed(objectText());
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }
}
