package com.learnamp.entra.writer.apply;

/** Who has the address of somebody in scope, as far as it matters for who that is. */
enum Holder {
    /** Nobody else: it is free, his already, or its holder gives it up in the same batch. */
    NOBODY,
    /** An individual whom no Entra account stands behind. */
    UNBOUND,
    UNBOUND_DEACTIVATED,
    /** Somebody whose account is in scope. */
    LIVING,
    /** Somebody whose account has left, or is one that nobody has ever heard of. */
    GONE,
    GONE_DEACTIVATED
}
