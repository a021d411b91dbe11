package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.emotitune.index.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private final Set<Long> open = new HashSet<>();
    private final Openings openings = new Openings(new Listening() {
        @Override
        public void open(long channel) {
            open.add(channel);
        }

        @Override
        public void close(long channel) {
            open.remove(channel);
        }
    });

    @Test
    void aChannelIsOpenedAndClosed() {
        assertThat(openings.change(5, "songs", true)).isEqualTo("I answer every message in #songs from now on.");
        assertThat(open).containsExactly(5L);

        assertThat(openings.change(5, "songs", false)).startsWith("In #songs I answer only who mentions me");
        assertThat(open).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsTold() {
        Openings away = new Openings(new Listening() {
            @Override
            public void open(long channel) {
                throw new StoreUnavailableException("no answer");
            }

            @Override
            public void close(long channel) {
                throw new StoreUnavailableException("no answer");
            }
        });

        assertThat(away.change(5, "songs", true)).startsWith("The database does not answer: nothing was changed.");
        assertThat(away.change(5, "songs", false)).startsWith("The database does not answer: nothing was changed.");
    }
}
