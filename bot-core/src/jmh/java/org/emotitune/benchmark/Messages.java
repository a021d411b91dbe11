package org.emotitune.benchmark;

import java.util.List;

/** Messages as people write them, half of them Spanish. */
final class Messages {
    static final List<String> TYPICAL = List.of(
            "me acaba de dejar mi novio y no paro de llorar",
            "hoy me han dado el trabajo!!! no me lo puedo creer",
            "estoy en paz",
            "echo de menos a mi abuela, hoy hace un año que se fue",
            "toy hasta las narices de mi jefe",
            "mañana tengo el examen final y estoy que me subo por las paredes",
            "no estoy triste, solo un poco cansada",
            "qué rabia me da que me mientan a la cara",
            "me he enamorado como una tonta jajaja",
            "domingo de lluvia, manta y café, qué gustito",
            "llevo meses lejos de casa y hoy me ha dado el bajón",
            "me siento solo aunque esté rodeado de gente",
            "tengo ganas de salir a bailar toda la noche",
            "nos hemos reconciliado después de mucho tiempo sin hablar",
            "ya no puedo más con el curro, estoy quemadísimo",
            "mi perro ha muerto esta mañana y no sé qué hacer con tanto silencio en casa",
            "empiezo de cero en otra ciudad, con miedo pero con mucha ilusión",
            "me da envidia ver a todos tan felices",
            "hoy nació mi hija 😭❤️",
            "pues nada, aquí, aburrido",
            "my boyfriend just broke up with me and I can't stop crying",
            "I got the job!!! still can't believe it",
            "feeling calm, listening to the rain",
            "I miss my mom so much today",
            "so done with my boss rn",
            "finals tomorrow and I'm freaking out",
            "not sad, just kinda tired",
            "he lied to my face and I am furious",
            "I think I'm falling in love with my best friend lol",
            "sunday morning, coffee and a blanket, life is good",
            "homesick again, I've been abroad for half a year",
            "I feel lonely even when I'm with people",
            "wanna dance all night long",
            "we finally made up after years of not talking",
            "burnt out, I can't do this job anymore",
            "our dog died this morning and the house is so quiet I don't know what to do with myself",
            "starting over in a new city, scared but hopeful",
            "everyone is getting married and I'm jealous tbh",
            "my daughter was born today 😭❤️",
            "meh, just bored");

    private static final int LONGEST = 4096;

    private Messages() {}

    /** As long as a chat platform lets a message be: 4,096 characters, both languages. */
    static String longest() {
        StringBuilder text = new StringBuilder();
        while (text.length() < LONGEST) {
            TYPICAL.forEach(message -> text.append(message).append(". "));
        }
        return text.substring(0, LONGEST);
    }
}
