package com.learnamp.entra.console.attention;

import java.util.List;

/** What an admin can say of somebody in Entra whose address another person has. */
enum IdentityChoice {
    /** He is the person who has it, with everything that this person has learnt. */
    SAME_PERSON,
    /** He is somebody else: the one who has gone gives the address up. */
    NEW_PERSON;

    /**
     * @param reason why somebody needs attention
     * @param inLearnAmp whether he is somebody in Learn Amp already: two people are never made one
     */
    static List<IdentityChoice> possible(String reason, boolean inLearnAmp) {
        return switch (reason) {
            case "holder_gone" ->
                    inLearnAmp ? List.of(NEW_PERSON) : List.of(SAME_PERSON, NEW_PERSON);
            case "link_unconfirmed" -> List.of(SAME_PERSON);
            default -> List.of();
        };
    }
}
