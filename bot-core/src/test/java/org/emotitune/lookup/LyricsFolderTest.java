package org.emotitune.lookup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LyricsFolderTest {
    private static final Lyrics MISSING = new Lyrics.Missing();

    @TempDir
    Path temporary;

    private Path folder;
    private LyricsFolder lyrics;
    private long nanos = Long.MAX_VALUE - 1;
    private int changes;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("lyrics"));
        lyrics = new LyricsFolder(folder, () -> nanos);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ana Ruiz - El Tren.txt          | El Tren                     | Ana Ruiz
            ana ruiz - el tren.TXT          | El Tren - Remastered 2011   | Ana Ruiz, Leo Páez
            Ana Ruiz - El Tren.lrc          | El Tren (feat. Leo Páez)    | Ana Ruiz
            Ana Ruiz - El Tren.txt          | El Tren                     | -
            El Tren.txt                     | El Tren                     | Ana Ruiz
            El Tren.txt                     | El Tren                     | -
            Ana Ruiz/El Tren.txt            | El Tren                     | Ana Ruiz
            Ana Ruiz/Ana Ruiz - El Tren.txt | El Tren                     | Ana Ruiz
            Stay - Just a Little.txt        | Stay - Just a Little        | Ana Ruiz
            Ana Ruiz - El Tren - En Vivo.txt | El Tren (Live)             | Ana Ruiz
            ESA011234567.txt                | Whatever                    | Ana Ruiz
            es-a01-12-34567.txt             | Whatever                    | -
            """)
    void aFileIsFoundByItsName(String file, String title, @Nullable String artist) throws IOException {
        write(file, "Un tren que nunca sale");

        assertThat(lyrics.find(song(title, artist))).isEqualTo(new Lyrics.Found("Un tren que nunca sale"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz - El Tren.txt, El Tren, Somebody",
        "Ana Ruiz - El Tren.txt, El Tren (En Vivo), Ana Ruiz",
        "Ana Ruiz - El Tren.txt, El Tre, Ana Ruiz",
        "Ana Ruiz - El Tren.md, El Tren, Ana Ruiz",
        "El Tren, El Tren, Ana Ruiz",
        ".txt, El Tren, Ana Ruiz",
        "Ana Ruiz/1999/El Tren.txt, El Tren, Ana Ruiz",
        "ESA019999999.txt, El Tren, Ana Ruiz"
    })
    void anythingElseIsMissing(String file, String title, String artist) throws IOException {
        write(file, "Un tren que nunca sale");

        assertThat(lyrics.find(song(title, artist))).isEqualTo(MISSING);
    }

    @Test
    void theArtistsOwnFileComesBeforeOneOfNobody() throws IOException {
        write("El Tren.txt", "nobody's");
        write("Zoe - El Tren.txt", "Zoe's");

        assertThat(lyrics.find(song("El Tren", "Zoe"))).isEqualTo(new Lyrics.Found("Zoe's"));
        assertThat(lyrics.find(song("El Tren", "Ana"))).isEqualTo(new Lyrics.Found("nobody's"));
    }

    @Test
    void withoutAnArtistTwoSongsOfOneNameAnswerNothing() throws IOException {
        write("Ana - El Tren.txt", "Ana's");
        write("Zoe - El Tren.txt", "Zoe's");

        assertThat(lyrics.find(song("El Tren", null))).isEqualTo(MISSING);
    }

    @Test
    void textThatIsNoUtf8IsLatin1() throws IOException {
        Files.write(folder.resolve("El Tren.txt"), "corazón".getBytes(ISO_8859_1));
        Files.write(folder.resolve("El Mar.txt"), "\uFEFFcorazón".getBytes(UTF_8));

        assertThat(lyrics.find(song("El Tren", null))).isEqualTo(new Lyrics.Found("corazón"));
        assertThat(lyrics.find(song("El Mar", null))).isEqualTo(new Lyrics.Found("\uFEFFcorazón"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Instrumental]", "\uFEFFinstrumental\r\n", "[ti:El Tren]\n[00:00.10] [INSTRUMENTAL]\n"})
    void aFileCanSayThatThereAreNoWords(String text) throws IOException {
        write("El Tren.txt", text);

        assertThat(lyrics.find(song("El Tren", null))).isEqualTo(new Lyrics.Instrumental());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "[Coro]"})
    void aFileWithoutWordsSaysNothing(String text) throws IOException {
        write("El Tren.txt", text);

        assertThat(lyrics.find(song("El Tren", null))).isEqualTo(MISSING);
    }

    @Test
    void wordsAmongWhichTheMusicPlaysAloneAreWords() throws IOException {
        write("El Tren.txt", "Un tren\n[Instrumental]\nque nunca sale");

        assertThat(lyrics.find(song("El Tren", null))).isInstanceOf(Lyrics.Found.class);
    }

    @Test
    void filesAddedAndTakenAwayLaterAreSeen() throws IOException {
        assertThat(lyrics.find(song("El Tren", "Ana"))).isEqualTo(MISSING);

        write("Ana/El Mar.txt", "mar");
        pass(LyricsFolder.LOOKS_APART);
        assertThat(lyrics.find(song("El Mar", "Ana"))).isEqualTo(new Lyrics.Found("mar"));
        write("Ana/El Tren.txt", "tren");
        pass(LyricsFolder.LOOKS_APART);
        assertThat(lyrics.find(song("El Tren", "Ana"))).isEqualTo(new Lyrics.Found("tren"));

        Files.delete(folder.resolve("Ana/El Tren.txt"));
        touch(folder.resolve("Ana"));
        pass(LyricsFolder.LOOKS_APART);
        assertThat(lyrics.find(song("El Tren", "Ana"))).isEqualTo(MISSING);
    }

    @Test
    void theFolderIsLookedAtOnlyNowAndThen() throws IOException {
        lyrics.find(song("El Tren", "Ana"));
        pass(LyricsFolder.LOOKS_APART);
        lyrics.find(song("El Tren", "Ana"));

        write("Ana/El Tren.txt", "tren");
        pass(LyricsFolder.LOOKS_APART.minusNanos(1));
        assertThat(lyrics.find(song("El Tren", "Ana"))).isEqualTo(MISSING);

        pass(Duration.ofNanos(1));
        assertThat(lyrics.find(song("El Tren", "Ana"))).isEqualTo(new Lyrics.Found("tren"));
    }

    @Test
    void aFolderThatIsGoneIsToldEveryTime() throws IOException {
        lyrics.find(song("El Tren", "Ana"));
        Files.delete(folder);
        pass(LyricsFolder.LOOKS_APART);

        for (int times = 0; times < 2; times++) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> lyrics.find(song("El Tren", "Ana")));
        }
    }

    @Test
    void aMissingFolderIsToldWithItsName() {
        LyricsFolder none = new LyricsFolder(temporary.resolve("none"));

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> none.find(song("El Tren", null)))
                .withMessageContaining(temporary.resolve("none").toString());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        LyricsFolder file = new LyricsFolder(Files.createFile(temporary.resolve("file")));

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> file.find(song("El Tren", null)));
    }

    @Test
    void aFileThatCannotBeReadIsToldWithItsName() throws IOException {
        write("El Tren.txt", "tren");
        FileTime listed = Files.getLastModifiedTime(folder);
        lyrics.find(song("El Mar", null));
        Files.delete(folder.resolve("El Tren.txt"));
        Files.setLastModifiedTime(folder, listed);
        pass(LyricsFolder.LOOKS_APART);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> lyrics.find(song("El Tren", null)))
                .withMessageContaining("El Tren.txt");
    }

    @Test
    void aFileThatIsTooLargeIsToldWithItsName() throws IOException {
        Files.write(folder.resolve("El Tren.txt"), new byte[LyricsFolder.MOST_BYTES + 1]);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> lyrics.find(song("El Tren", null)))
                .withMessageContaining("El Tren.txt")
                .withMessageContaining("larger");
    }

    @Test
    void linksThatLeaveTheFolderAreNotFollowed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret.txt"), "secret");
        Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(temporary.resolve("outside/El Rey.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("El Tren.txt"), secret);
        Files.createSymbolicLink(folder.resolve("El Tren 2.txt"), Path.of("../secret.txt"));
        Files.createSymbolicLink(folder.resolve("El Nada.txt"), Path.of("nothing.txt"));
        Files.createSymbolicLink(folder.resolve("Ana"), temporary.resolve("outside"));

        for (String title : new String[] {"El Tren", "El Tren 2", "El Nada", "El Rey"}) {
            assertThat(lyrics.find(song(title, "Ana"))).isEqualTo(MISSING);
        }
    }

    @Test
    void aLinkWithinTheFolderIsAsGoodAsTheFile() throws IOException {
        write("El Mar.txt", "mar");
        Files.createSymbolicLink(folder.resolve("La Mar.txt"), Path.of("El Mar.txt"));

        assertThat(lyrics.find(song("La Mar", null))).isEqualTo(new Lyrics.Found("mar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "..", "/", "\u0000", "secret\u0000.txt", "..\\secret", "a/../../secret"})
    void aTitleIsNeverAPath(String title) throws IOException {
        Files.writeString(temporary.resolve("secret.txt"), "secret");

        assertThat(lyrics.find(new Recording(title, title, title, null, title))).isEqualTo(MISSING);
    }

    private static Recording song(String title, @Nullable String artist) {
        return new Recording(title, artist, null, null, "ESA011234567");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Path parent = Objects.requireNonNull(path.getParent());
        Files.createDirectories(parent);
        Files.writeString(path, text);
        touch(parent);
        touch(folder);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** Clocks of file systems are too coarse for a test. */
    private void touch(Path changed) throws IOException {
        Files.setLastModifiedTime(changed, FileTime.from(Instant.EPOCH.plusSeconds(++changes)));
    }
}
