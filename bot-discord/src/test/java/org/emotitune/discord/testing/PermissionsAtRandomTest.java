package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Permissions.ADMINISTRATOR;
import static org.emotitune.discord.testing.Permissions.ALL;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotitune.discord.testing.Permissions.Overwrite;
import org.emotitune.discord.testing.Permissions.Role;
import org.junit.jupiter.api.Test;

class PermissionsAtRandomTest {
    private static final long EVERYONE = 1;
    private static final long MEMBER = 5;

    @Test
    void aPlainerComputationComesToTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            boolean owner = random.nextInt(50) == 0;
            List<Role> roles = roles(random);
            List<Overwrite> overwrites = overwrites(random);

            assertThat(Permissions.of(MEMBER, owner, roles, overwrites))
                    .as("owner %s, %s, %s", owner, roles, overwrites)
                    .isEqualTo(plainly(owner, roles, overwrites));
        }
    }

    /** Bit by bit: whoever speaks last has it. */
    private static long plainly(boolean owner, List<Role> roles, List<Overwrite> overwrites) {
        long result = 0;
        boolean all = owner || roles.stream().anyMatch(role -> bit(role.permissions(), 3));
        boolean view = plainly(10, roles, overwrites);
        boolean send = plainly(11, roles, overwrites);
        for (int i = 0; i < 53; i++) {
            boolean may = plainly(i, roles, overwrites);
            boolean sending = List.of(12, 14, 15, 17).contains(i);
            boolean ofServer =
                    List.of(1, 2, 3, 5, 7, 19, 26, 27, 30, 40, 41, 43).contains(i);
            boolean left = (view || ofServer) && (send || !sending);
            if (i != 47 && (all || (may && left))) {
                result |= 1L << i;
            }
        }
        return result;
    }

    private static boolean plainly(int bit, List<Role> roles, List<Overwrite> overwrites) {
        for (Overwrite overwrite : overwrites) {
            if (overwrite.forMember() && overwrite.id() == MEMBER && says(overwrite, bit)) {
                return bit(overwrite.allow(), bit);
            }
        }
        List<Overwrite> ofRoles = overwrites.stream()
                .filter(one -> !one.forMember() && one.id() != EVERYONE && says(one, bit))
                .filter(one -> roles.stream().anyMatch(role -> role.id() == one.id()))
                .toList();
        if (!ofRoles.isEmpty()) {
            return ofRoles.stream().anyMatch(one -> bit(one.allow(), bit));
        }
        for (Overwrite overwrite : overwrites) {
            if (!overwrite.forMember() && overwrite.id() == EVERYONE && says(overwrite, bit)) {
                return bit(overwrite.allow(), bit);
            }
        }
        return roles.stream().anyMatch(role -> bit(role.permissions(), bit));
    }

    private static boolean says(Overwrite overwrite, int bit) {
        return bit(overwrite.allow(), bit) || bit(overwrite.deny(), bit);
    }

    private static boolean bit(long bits, int position) {
        return ((bits >> position) & 1) == 1;
    }

    private static List<Role> roles(Random random) {
        List<Role> roles = new ArrayList<>(List.of(new Role(EVERYONE, bits(random))));
        for (long id = 2; id < 5; id++) {
            if (random.nextBoolean()) {
                roles.add(new Role(id, bits(random)));
            }
        }
        return roles;
    }

    /** At most one of each: Discord has no two for the same role or member. Ids of roles and members overlap. */
    private static List<Overwrite> overwrites(Random random) {
        List<Overwrite> overwrites = new ArrayList<>();
        for (long id = 6; id > 0; id--) {
            for (boolean forMember : new boolean[] {true, false}) {
                if (random.nextBoolean()) {
                    long deny = bits(random);
                    overwrites.add(new Overwrite(id, forMember, bits(random) & ~deny, deny));
                }
            }
        }
        return overwrites;
    }

    /** Few are administrators: there is nothing to see in them. */
    private static long bits(Random random) {
        long some = random.nextLong();
        long bits = random.nextLong() & some & ALL;
        return random.nextInt(20) == 0 ? bits : bits & ~ADMINISTRATOR;
    }
}
