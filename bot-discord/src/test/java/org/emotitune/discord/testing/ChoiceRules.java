package org.emotitune.discord.testing;

/** What a choice of an option may be, whether it is registered or suggested while somebody writes. */
final class ChoiceRules {
    private static final int LONGEST = 100;
    /** Discord's integers are exact as doubles. */
    static final long INTEGERS = 1L << 53;

    private ChoiceRules() {}

    static void check(Spot choice) {
        choice.at("name").required().between(1, LONGEST);
        Localised.check(choice.at("name_localizations"), name -> name.required().between(1, LONGEST));
        Spot value = choice.at("value").required();
        if (value.value().isIntegralNumber()) {
            value.whole(-INTEGERS, INTEGERS);
        } else if (!value.value().isNumber()) {
            value.between(1, LONGEST);
        }
    }
}
