package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.Person;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in scope, on the way to the person who he is in Learn Amp. */
final class Candidate {

    /** How the person was found. */
    enum Match {
        /** He was bound to the object before. */
        BOUND,
        /** He was here, under the same address and bound to nothing. */
        LINKED,
        CREATED,
        /** His address belongs to somebody else: there is nobody yet. */
        WAITING
    }

    private final UpsertUser command;
    private final boolean claim;
    private Match match = Match.WAITING;
    private boolean addressGranted;
    private @Nullable Person person;

    private Candidate(UpsertUser command, boolean claim) {
        this.command = command;
        this.claim = claim;
    }

    static Candidate of(UpsertUser command) {
        return new Candidate(command, false);
    }

    /** Somebody whose command was applied before, but for the address, which may be free now. */
    static Candidate ofClaim(UpsertUser command) {
        return new Candidate(command, true);
    }

    UpsertUser command() {
        return command;
    }

    UUID object() {
        return command.user().value();
    }

    boolean isClaim() {
        return claim;
    }

    /** Addresses are the same whatever their case, and Learn Amp keeps them in lower case. */
    String email() {
        return emailOf(command);
    }

    static String emailOf(UpsertUser command) {
        return command.fields().email().toLowerCase(Locale.ROOT);
    }

    ManagerReading manager() {
        return command.manager();
    }

    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    Match match() {
        return match;
    }

    boolean addressGranted() {
        return addressGranted;
    }

    void is(Person who, Match how) {
        person = who;
        match = how;
    }

    void grantAddress() {
        addressGranted = true;
    }

    Cause cause() {
        return Cause.of(command, match == Match.LINKED ? "linked" : null);
    }
}
