package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * What the bot asks for.
 *
 * @param parameters what stands for the stars of the route
 * @param body an empty object for none
 */
record Asked(Route route, List<String> parameters, HttpUrl url, JsonNode body, List<UploadedFile> files) {
    Asked {
        parameters = List.copyOf(parameters);
        files = List.copyOf(files);
    }

    /** Throws the refusal for what is no id. */
    long id(int parameter) {
        try {
            return Long.parseUnsignedLong(parameters.get(parameter));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    "id", "NUMBER_TYPE_COERCE", "Value \"%s\" is not snowflake.".formatted(parameters.get(parameter)));
        }
    }

    boolean flag(String query) {
        return "true".equals(url.queryParameter(query));
    }

    /** The same files with another body. */
    Asked with(JsonNode other) {
        return new Asked(route, parameters, url, other, files);
    }
}
