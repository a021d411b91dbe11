package org.emotitune.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row as the file has it, without the fields that mean nothing here and those that say nothing. */
final class RawRow {
    private final Map<Field, List<Cell>> cells = new EnumMap<>(Field.class);

    static RawRow of(JsonNode object) {
        RawRow row = new RawRow();
        object.properties()
                .forEach(field -> Field.named(field.getKey())
                        .ifPresent(meaning -> row.add(meaning, new Cell(field.getKey(), field.getValue()))));
        return row;
    }

    void add(Field meaning, Cell cell) {
        if (!cell.isBlank()) {
            cells.computeIfAbsent(meaning, any -> new ArrayList<>(1)).add(cell);
        }
    }

    /** The first one that says something. */
    Optional<Cell> first(Field meaning) {
        return all(meaning).stream().findFirst();
    }

    List<Cell> all(Field meaning) {
        return cells.getOrDefault(meaning, List.of());
    }

    /** @return the song of this row, or why there is none */
    SourceRow numbered(long number) {
        try {
            return new SourceRow.Offered(number, SongOfRow.read(this));
        } catch (UnusableRowException e) {
            return new SourceRow.Refused(number, String.valueOf(e.getMessage()));
        }
    }
}
