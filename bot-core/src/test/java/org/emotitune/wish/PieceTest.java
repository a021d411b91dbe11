package org.emotitune.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "3,%n,3",
                "19,%n,19",
                "20,%tens,20",
                "90,%tens,90",
                "95,%n,95",
                "100,%n,100",
                "999,%n,999",
                "1899,%other,0",
                "1900,%year,1900",
                "2100,%year,2100",
                "2101,%other,0",
                "0,%other,0",
                "80s,%decade,1980",
                "80's,%decade,1980",
                "'80s,%decade,1980",
                "00s,%decade,2000",
                "10s,%decade,2010",
                "20s,%decade,1920",
                "1990s,%decade,1990",
                "1850s,%decade,1850",
                "12345678901234567890,%other,0",
                "80€,%other,0",
                "@80,%other,0",
                "www.80.es,%other,0",
                "80ma,80ma,0"
            })
    void numbersAreToldByWhatTheyMayMean(String text, String kind, int value) {
        List<Piece> pieces = Piece.of(text);

        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst().text()).isEqualTo(kind);
        assertThat(pieces.getFirst().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:30", "3.5", "24/7", "3,5", "£20"})
    void partsOfOtherNumbersAreNone(String text) {
        assertThat(Piece.of(text)).isNotEmpty().noneMatch(piece -> piece.value() != 0);
    }

    @Test
    void piecesTellWhereTheyStand() {
        String text = "¿Qué? Los 80s, P!nk :(";

        List<String> cutOut = Piece.of(text).stream()
                .map(piece -> text.substring(piece.start(), piece.end()))
                .toList();

        assertThat(cutOut).containsExactly("¿", "Qué", "?", "Los", "80s", ",", "P", "nk", ":(");
    }

    @Test
    void facesAndEmojiAreNoPunctuation() {
        assertThat(Piece.of(":( ;) :D <3 😢")).hasSize(5).allMatch(Piece::isFace);
        assertThat(Piece.of(", . (a)")).isNotEmpty().noneMatch(Piece::isFace);
    }
}
