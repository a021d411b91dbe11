package org.emotitune.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.conversation.Tap.Feeling;
import org.emotitune.conversation.Tap.LikeSong;
import org.emotitune.conversation.Tap.NotQuite;
import org.emotitune.conversation.Tap.Show;
import org.emotitune.conversation.Tap.Speak;
import org.emotitune.conversation.Tap.Vote;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** What can be tapped where. */
final class Buttons {
    /** What a mood button stands for: the words of its group that most people mean by it. */
    private static final Map<MoodGroup, List<String>> MOODS = Map.of(
            MoodGroup.JOY, List.of("joy", "happiness", "enthusiasm"),
            MoodGroup.LOVE, List.of("love", "affection", "romance"),
            MoodGroup.PEACE, List.of("calm", "peace", "relaxation"),
            MoodGroup.STRENGTH, List.of("energy", "motivation", "confidence"),
            MoodGroup.LONGING, List.of("nostalgia", "longing", "missing"),
            MoodGroup.SADNESS, List.of("sadness", "pain", "loneliness"),
            MoodGroup.FEAR, List.of("anxiety", "fear", "nervousness"),
            MoodGroup.ANGER, List.of("anger", "frustration", "rage"));

    private static final double FIRST_WORD = 1;
    private static final double OTHER_WORDS = 0.6;

    private final TapCodec codec;
    private final Recommender recommender;
    private final Names names;
    private final NearWords nearWords;

    Buttons(TapCodec codec, Recommender recommender, Vocabulary vocabulary, NearWords nearWords) {
        this.codec = codec;
        this.recommender = recommender;
        this.names = new Names(vocabulary);
        this.nearWords = nearWords;
    }

    private Button button(String label, Tap tap) {
        return new Button(label, codec.encode(tap));
    }

    /** Below a page of songs that match. */
    List<Button> belowMatches(Show show, Profile feeling, Instant firstPage, Language language) {
        List<Button> buttons = new ArrayList<>();
        Show more = new Show(show.start(), show.wishes(), Aim.MATCH, firstPage);
        buttons.add(button(Texts.in(language, "button.more"), more));
        buttons.addAll(withoutMore(show, feeling, language));
        return buttons;
    }

    /** Below anything that shows no songs, or not all of them, to go on from. */
    List<Button> withoutMore(Show show, Profile feeling, Language language) {
        List<Button> buttons = new ArrayList<>(otherAims(show, feeling, language));
        if (show.start() instanceof Feeling(var profile)) {
            buttons.add(button(Texts.in(language, "button.notquite"), new NotQuite(profile, show.wishes())));
        }
        for (WishTexts.Part part : WishTexts.parts(show.wishes(), language)) {
            Show without = new Show(show.start(), part.without(), show.aim(), null);
            buttons.add(button(Texts.in(language, "button.without", part.text()), without));
        }
        return buttons;
    }

    private List<Button> otherAims(Show show, Profile feeling, Language language) {
        List<Button> buttons = new ArrayList<>();
        for (Aim aim : Aim.values()) {
            boolean again = aim == show.aim();
            if (aim == Aim.MATCH ? !again : recommender.leadsSomewhere(feeling, aim)) {
                String label =
                        again ? "button.other-way" : "button." + aim.name().toLowerCase(Locale.ROOT);
                buttons.add(button(Texts.in(language, label), new Show(show.start(), show.wishes(), aim, null)));
            }
        }
        return buttons;
    }

    /** At a song of a page. */
    List<Button> atSong(SongId song, Wishes wishes, Language language) {
        return List.of(
                button(Texts.in(language, "button.up"), new Vote(song, Stance.UP)),
                button(Texts.in(language, "button.down"), new Vote(song, Stance.DOWN)),
                button(Texts.in(language, "button.like"), new Show(new LikeSong(song), wishes, Aim.MATCH, null)));
    }

    /** After a vote: to change one's mind. */
    List<Button> afterVote(SongId song, @Nullable Stance stance, Language language) {
        Stream<Button> others = Stream.of(Stance.values())
                .filter(other -> other != stance)
                .map(other -> button(
                        Texts.in(language, other == Stance.UP ? "button.up" : "button.down"), new Vote(song, other)));
        Stream<Button> back = stance == null
                ? Stream.of()
                : Stream.of(button(Texts.in(language, "button.unvote"), new Vote(song, null)));
        return Stream.concat(others, back).toList();
    }

    /** The eight main groups of the vocabulary. */
    List<Button> moods(Wishes wishes, Aim aim, Language language) {
        return Stream.of(MoodGroup.values())
                .map(group -> button(label(group, language), new Show(new Feeling(profile(group)), wishes, aim, null)))
                .toList();
    }

    /** @return keys of the emotions that most people mean by a mood, the first of them first */
    static List<String> words(MoodGroup group) {
        return MOODS.getOrDefault(group, List.of());
    }

    /** The mood that a button of {@link #moods} stands for; empty for whatever else an action may be. */
    Optional<MoodGroup> mood(String action) {
        return codec.decode(action) instanceof Decoded.Tapped(Show show) && show.start() instanceof Feeling(var felt)
                ? Stream.of(MoodGroup.values())
                        .filter(group -> profile(group).equals(felt))
                        .findFirst()
                : Optional.empty();
    }

    static String label(MoodGroup group, Language language) {
        return Texts.in(language, "mood." + group.name().toLowerCase(Locale.ROOT));
    }

    static Profile profile(MoodGroup group) {
        List<String> words = words(group);
        return new Profile(
                words.stream()
                        .map(word -> new WeightedWord(word, word.equals(words.getFirst()) ? FIRST_WORD : OTHER_WORDS))
                        .toList(),
                List.of());
    }

    /** For a feeling that was not heard right: emotions near it, and the feeling without each of its themes. */
    List<Button> corrections(Profile heard, Wishes wishes, Language language) {
        List<Button> buttons = new ArrayList<>();
        for (Emotion near : nearWords.near(heard)) {
            Profile instead = new Profile(List.of(new WeightedWord(near.word(), 1)), heard.themes());
            buttons.add(button(near.name(language), new Show(new Feeling(instead), wishes, Aim.MATCH, null)));
        }
        for (WeightedWord theme : heard.themes()) {
            Profile without = new Profile(
                    heard.emotions(),
                    heard.themes().stream()
                            .filter(other -> !other.equals(theme))
                            .toList());
            String label = Texts.in(language, "button.not-about", names.of(theme.word(), language));
            buttons.add(button(label, new Show(new Feeling(without), wishes, Aim.MATCH, null)));
        }
        return buttons;
    }

    /** To choose a language to be answered in; each in its own words, so that everybody can find theirs. */
    List<Button> languages(Language language) {
        Stream<Button> fixed = Stream.of(Language.values()).map(each -> button(ownName(each), new Speak(each)));
        Stream<Button> automatic = Stream.of(button(Texts.in(language, "button.automatic"), new Speak(null)));
        return Stream.concat(fixed, automatic).toList();
    }

    private static String ownName(Language language) {
        String name = language.locale().getDisplayLanguage(language.locale());
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }
}
