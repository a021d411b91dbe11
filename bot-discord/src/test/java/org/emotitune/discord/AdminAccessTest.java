package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.AdminScene.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.Admins.Refusal;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.ServerRole;
import org.emotitune.discord.testing.UploadedFile;
import org.emotitune.discord.testing.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is an admin where, through JDA: rights, who sees the channel, how the bot came there. */
@Timeout(180)
class AdminAccessTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static final UploadedFile FILE = UploadedFile.of("notes.pdf", "no songs");
    /** What admins are told begins so. */
    private static final Map<String, String> ANSWERS = Map.of(
            "stats", "Songs that are searched",
            "cancel", "Nothing is under way here.",
            "import", "The name of the file must end in",
            "listen", "I answer every message in #square");

    private static final LocalDiscord discord = new LocalDiscord();
    private static final Person boss = discord.person("Boss", "en-US");
    private static final Person administrator = discord.person("Administrator", "es-ES");
    private static final Person deputy = discord.person("Deputy", "en-US");
    private static final Person clerk = discord.person("Clerk", "en-US");
    private static final LocalServer company = discord.server("Company", boss);
    private static final ServerRole staff = company.role("Staff");
    private static final ServerRole managers = company.role("Managers", Permission.MANAGE_SERVER);
    private static final ServerRole administrators = company.role("Administrators", Permission.ADMINISTRATOR);
    private static final LocalChannel office = closed("office");
    private static final LocalChannel officeThread = company.thread(office, "ideas");
    private static final LocalChannel square = company.channel("square");
    private static final LocalChannel squareThread = company.thread(square, "gossip");
    private static final LocalChannel squareCorner =
            company.privateThread(square, "corner", boss, administrator, deputy, clerk);
    private static AdminRig bot;

    private static LocalChannel closed(String name) {
        LocalChannel channel = company.channel(name);
        channel.denies(company.everyone(), Permission.VIEW_CHANNEL);
        channel.allows(staff, Permission.VIEW_CHANNEL);
        channel.allows(company.botRole(), Permission.VIEW_CHANNEL);
        return channel;
    }

    @BeforeAll
    static void start() {
        company.joins(administrator, administrators);
        company.joins(deputy, staff, managers);
        company.joins(clerk, staff);
        boss.installs();
        bot = new AdminRig.Setup(database, home, null).start(discord);
    }

    @AfterAll
    static void stop() {
        bot.close();
        discord.close();
    }

    @Test
    void whoManagesTheServerIsAnAdminWhereNotEverybodySees() {
        for (Person person : List.of(boss, administrator, deputy)) {
            for (LocalChannel channel : List.of(office, officeThread)) {
                obeys(person.in(channel));
            }
        }
    }

    @Test
    void nobodyIsWhereEverybodySees() {
        for (Person person : List.of(boss, administrator, deputy)) {
            for (LocalChannel channel : List.of(square, squareThread, squareCorner)) {
                refuses(person.in(channel), Refusal.VISIBLE);
            }
        }
    }

    @Test
    void nobodyElseIsAnywhere() {
        for (LocalChannel channel : List.of(office, officeThread, square, squareThread, squareCorner)) {
            refuses(clerk.in(channel), Refusal.NOT_MANAGER);
        }
    }

    @Test
    void whereTheBotIsNotNobodyIs() {
        LocalServer elsewhere = discord.serverWithoutBot("Elsewhere", boss);
        LocalChannel secret = elsewhere.channel("secret");
        secret.denies(elsewhere.everyone(), Permission.VIEW_CHANNEL);
        LocalChannel thread = elsewhere.thread(secret, "more secret");
        LocalChannel group = discord.group("Friends", boss, clerk);

        refuses(boss.in(secret), Refusal.NOT_INSTALLED);
        refuses(boss.in(thread), Refusal.NOT_INSTALLED);
        refuses(boss.direct(), Refusal.NO_SERVER);
        refuses(boss.in(group), Refusal.NO_SERVER);
    }

    @Test
    void aButtonIsCheckedWhenItIsTapped() {
        Person friend = discord.person("Friend", "en-US");
        company.joins(friend, staff, managers);
        LocalChannel room = closed("room");
        LocalMessage answer = told(friend.in(room).uses("stats"));

        LocalInteraction first = friend.in(room).tapsCode(answer, "a.0.admin.cancel.1");
        discord.until(() -> !first.answers().isEmpty());
        assertThat(text(first.answer())).isEqualTo("That reindex is over.");
        company.joins(friend, staff);
        assertThat(refused(friend.in(room).tapsCode(answer, "a.0.admin.cancel.1")))
                .isEqualTo(Refusal.NOT_MANAGER.sentence());
        company.joins(friend, managers);
        room.allows(company.everyone(), Permission.VIEW_CHANNEL);
        assertThat(refused(friend.in(room).tapsCode(answer, "a.0.admin.no"))).isEqualTo(Refusal.VISIBLE.sentence());
    }

    @Test
    void everybodySeesWhatEveryoneWithAdministratorSees() {
        LocalServer open = discord.server("Open", boss);
        LocalChannel hidden = open.channel("hidden");
        hidden.denies(open.everyone(), Permission.VIEW_CHANNEL);
        open.permits(open.everyone(), Permission.ADMINISTRATOR);

        refuses(boss.in(hidden), Refusal.VISIBLE);
    }

    @Test
    void whatTheBotMayNotShowIsNotBegun() {
        LocalChannel mute = closed("mute");
        mute.deniesBot(Permission.MESSAGE_SEND, Permission.MESSAGE_ATTACH_FILES);
        String sentence = "I lack permissions in the channel: Send Messages, Attach Files."
                + " Give them to me (Edit Channel > Permissions), and ask again.";

        assertThat(refused(boss.in(mute).uses("reindex"))).isEqualTo(sentence);
        assertThat(refused(boss.in(mute).uses("import", Map.of("file", FILE)))).isEqualTo(sentence);
        LocalMessage stats = told(boss.in(mute).uses("stats"));
        assertThat(text(stats)).contains("There has been no reindex yet.");
        assertThat(refused(boss.in(mute).tapsCode(stats, "a.0.admin.start.1"))).isEqualTo(sentence);
        assertThat(text(told(boss.in(mute).uses("cancel")))).isEqualTo("Nothing is under way here.");
    }

    @Test
    void aPrivateThreadHasToLetTheBotIn() {
        LocalChannel nook = company.privateThread(office, "nook", boss);
        assertThat(refused(boss.in(nook).uses("reindex", Map.of("how", "dry"))))
                .startsWith("I am not in this private thread");

        nook.addsBot();
        assertThat(text(told(boss.in(nook).uses("reindex", Map.of("how", "dry")))))
                .startsWith("songs to read");
    }

    @Test
    void channelsAreOpenedAndClosedToOrdinaryMessages() {
        told(boss.in(office).uses("listen", Map.of("channel", squareThread)));
        assertThat(bot.open).contains(squareThread.id());

        String closed = text(told(boss.in(office).uses("listen", Map.of("channel", squareThread, "on", false))));
        assertThat(closed).startsWith("In #gossip I answer only who mentions me");
        assertThat(bot.open).doesNotContain(squareThread.id());
    }

    @Test
    void whereChannelsAreListedOnlyTheseWillDo() {
        try (LocalDiscord other = new LocalDiscord()) {
            Person chief = other.person("Chief", "en-US");
            LocalServer firm = other.server("Firm", chief);
            LocalChannel listed = firm.channel("listed");
            LocalChannel unlisted = firm.channel("unlisted");
            LocalChannel open = firm.channel("open");
            for (LocalChannel channel : List.of(listed, unlisted)) {
                channel.denies(firm.everyone(), Permission.VIEW_CHANNEL);
                channel.allows(firm.botRole(), Permission.VIEW_CHANNEL);
            }
            LocalChannel thread = firm.thread(listed, "thread");
            try (AdminRig listing = new AdminRig.Setup(database, home, null).start(other, listed, open)) {
                assertThat(listing.open).isEmpty();
                for (LocalChannel channel : List.of(listed, thread)) {
                    LocalInteraction used = chief.in(channel).uses("stats");
                    other.until(used::isAnswered);
                    assertThat(text(used.answer())).startsWith("Songs that are searched");
                }
                LocalInteraction refused = chief.in(unlisted).uses("stats");
                other.until(refused::isAnswered);
                assertThat(refused.answer().content()).isEqualTo(Refusal.NOT_LISTED.sentence());
                LocalInteraction seen = chief.in(open).uses("stats");
                other.until(seen::isAnswered);
                assertThat(seen.answer().content()).isEqualTo(Refusal.VISIBLE.sentence());
            }
        }
    }

    private static void obeys(Voice voice) {
        ANSWERS.forEach((command, answer) -> {
            LocalMessage told = told(voice.uses(command, options(command)));
            assertThat(text(told)).startsWith(answer);
            assertThat(told.isEphemeral()).isFalse();
        });
        assertThat(text(told(voice.uses("reindex", Map.of("how", "dry"))))).startsWith("songs to read");
    }

    private static void refuses(Voice voice, Refusal refusal) {
        int before = voice.channel().ofBot().size();
        ANSWERS.keySet()
                .forEach(command -> assertThat(refused(voice.uses(command, options(command))))
                        .isEqualTo(refusal.sentence()));
        assertThat(refused(voice.uses("reindex"))).isEqualTo(refusal.sentence());
        assertThat(voice.channel().ofBot()).hasSize(before);
    }

    private static Map<String, ?> options(String command) {
        return switch (command) {
            case "import" -> Map.of("file", FILE);
            case "listen" -> Map.of("channel", square);
            default -> Map.of();
        };
    }

    private static LocalMessage told(LocalInteraction used) {
        discord.until(() -> used.isAnswered() && !text(used.answer()).startsWith("fetching"));
        return used.answer();
    }

    /** @return what only the person sees */
    private static String refused(LocalInteraction used) {
        discord.until(() -> !used.answers().isEmpty());
        assertThat(used.answer().isEphemeral()).isTrue();
        assertThat(used.answer().isSeenBy(used.person())).isTrue();
        return used.answer().content();
    }
}
