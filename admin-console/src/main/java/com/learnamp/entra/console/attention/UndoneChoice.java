package com.learnamp.entra.console.attention;

/** What an admin can say of somebody whose changes were undone while Entra says the same still. */
enum UndoneChoice {
    /** As Entra has it. */
    DO_AGAIN,
    /** As it is, until Entra says something else; nobody is asked again. */
    LEAVE
}
