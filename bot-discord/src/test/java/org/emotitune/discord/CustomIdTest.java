package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.emotitune.conversation.Button;
import org.emotitune.discord.CustomId.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomIdTest {
    private static final String LONGEST = "~".repeat(Button.LONGEST_ACTION);

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(Kind kind) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            CustomId id = new CustomId(kind, random.nextLong(), action(random));

            assertThat(CustomId.of(id.text())).hasValue(id);
            assertThat(id.text()).hasSizeLessThanOrEqualTo(CustomId.LONGEST);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1122334455667788990L})
    void everyIdOfSixtyFourBitsFits(long asker) {
        CustomId id = new CustomId(Kind.TAP, asker, LONGEST);

        assertThat(CustomId.of(id.text())).hasValue(id);
        assertThat(id.text()).hasSizeLessThanOrEqualTo(CustomId.LONGEST);
    }

    @Test
    void kindsAreToldApart() {
        List<String> texts = Arrays.stream(Kind.values())
                .map(kind -> new CustomId(kind, 1, "x").text())
                .toList();

        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void aMenuCarriesNoActionOfItsOwn() {
        CustomId menu = new CustomId(Kind.CHOICE, 5, "");

        assertThat(CustomId.of(menu.text())).hasValue(menu);
    }

    @Test
    void aTapIsOfAButton() {
        assertThat(CustomId.tap(36, new Button("More", "more:1.2")).text()).isEqualTo("t.10.more:1.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t",
                "t.1",
                "t.1.",
                "t..x",
                "x.1.x",
                "T.1.x",
                "tt.1.x",
                "t.-1.x",
                "t.+1.x",
                "t.A.x",
                "t.01.x",
                "t.00.x",
                "t.3w5e11264sgsg.x",
                "t.zzzzzzzzzzzzz.x",
                "t.11111111111111.x",
                "t.1.a b",
                "t.1.a\nb",
                "t.1.x\n",
                " t.1.x",
                "t.1.ñ",
                "t.1.😀",
                "t.1.\u0000",
                "t.١.x",
                "T.1.X",
                "{\"a\":1}"
            })
    void whatNoVersionHasMadeIsNothing(String id) {
        assertThat(CustomId.of(id)).isEmpty();
    }

    @Test
    void anActionThatIsTooLongIsNothing() {
        assertThat(CustomId.of("t.1." + LONGEST)).isPresent();
        assertThat(CustomId.of("t.1." + LONGEST + "x")).isEmpty();
        assertThat(CustomId.of("t.1." + "x".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ñ", "a\nb", "\u007f"})
    void noIdIsMadeThatCouldNotBeRead(String action) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomId(Kind.ADMIN, 1, action));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomId(Kind.ADMIN, 1, LONGEST + "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomId(Kind.TAP, 1, ""));
    }

    private static String action(Random random) {
        return random.ints(1 + random.nextInt(Button.LONGEST_ACTION), '!', '~' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
