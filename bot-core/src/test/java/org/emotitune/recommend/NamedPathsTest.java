package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.recommend.StarterPaths.path;
import static org.emotitune.recommend.StarterPaths.themes;

import java.util.List;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.MoodPath.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that anybody would expect, through the starter catalog. */
class NamedPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Se murió mi abuela el jueves. Todavía cojo el móvil para llamarla y me doy cuenta de que ya no está",
                "We lost Dad on Sunday."
            })
    void griefIsMetAndThenComforted(String message) {
        List<Step> path = path(message, Aim.LIFT);

        assertThat(themes(path.getFirst().song().profile())).contains("death-of-loved-one");
        assertThat(path)
                .allSatisfy(step -> assertThat(themes(step.song().profile())).doesNotContain("party"));
        assertThat(strongest(path.getLast())).containsAnyOf("comfort", "hope", "gratitude", "peace");
        assertThat(path.getLast().mood().arousal()).isLessThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me ha dejado después de cinco años y no paro de llorar, no sé ni cómo respirar",
                "me dejo por whatsapp despues de 5 años"
            })
    void aBreakUpIsMetAndThenLeftBehind(String message) {
        List<Step> path = path(message, Aim.LIFT);

        assertThat(themes(path.getFirst().song().profile())).contains("break-up");
        assertThat(themes(path.getLast().song().profile()))
                .containsAnyOf("getting-over-someone", "starting-over")
                .doesNotContain("break-up");
    }

    @Test
    void examNervesAreLedToCourage() {
        List<Step> path =
                path("mañana tengo el examen y estoy que me tiembla todo, me voy a quedar en blanco", Aim.LIFT);

        assertThat(path)
                .anySatisfy(step -> assertThat(themes(step.song().profile())).contains("exam-nerves"));
        assertThat(strongest(path.getLast())).containsAnyOf("courage", "hope", "confidence", "determination");
    }

    @Test
    void angerIsLedToFreedomAndPower() {
        List<Step> path = path("estoy hasta las narices de mi jefe", Aim.LIFT);

        assertThat(strongest(path.getLast()))
                .containsAnyOf("freedom", "power", "empowerment", "independence", "defiance", "pride", "relief");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Me ha mentido a la cara durante meses y encima lo niega, tengo una rabia que rompería algo",
                "can't sleep, chest tight, everything feels scary in the dark"
            })
    void calmingEndsInRelief(String message) {
        List<Step> path = path(message, Aim.CALM);

        assertThat(path.getFirst().mood().arousal()).isPositive();
        assertThat(strongest(path.getLast())).containsAnyOf("relief", "comfort", "peace", "calm", "acceptance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoy estoy super contento, todo me ha salido bien", "she said yes!!!!! 💍"})
    void nobodyHappyIsOfferedALift(String message) {
        assertThat(StarterPaths.FINDER.leadsSomewhere(StarterPaths.feeling(message), Aim.LIFT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"estoy en paz", "música tranquila para estudiar"})
    void nobodyCalmIsOfferedCalming(String message) {
        assertThat(StarterPaths.FINDER.leadsSomewhere(StarterPaths.feeling(message), Aim.CALM))
                .isFalse();
    }

    private static List<String> strongest(Step step) {
        return step.song().profile().emotions().stream()
                .limit(3)
                .map(WeightedWord::word)
                .toList();
    }
}
