package org.emotitune.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform has to be able to show before it is begun. */
class LongWorkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reindex",
                "/reindex full",
                "/import",
                "admin.reindex",
                "admin.start.17",
                "admin.full.17",
                "admin.import.0a"
            })
    void whatBeginsSomethingIsLong(String textOrAction) {
        assertThat(AdminDesk.isLong(textOrAction)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/stats", "/cancel", "/nonsense", "admin.cancel.3", "admin.drop.0a", "admin.no", "admin.nonsense"
            })
    void whatEndsOrTellsSomethingIsNot(String textOrAction) {
        assertThat(AdminDesk.isLong(textOrAction)).isFalse();
    }
}
