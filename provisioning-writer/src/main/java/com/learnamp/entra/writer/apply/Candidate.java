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
        WAITING,
        /** He would be created, but too many would: there is nobody yet. */
        KEPT_BACK
    }

    private final UpsertUser command;
    private final @Nullable AttentionReason waitedFor;
    private Match match = Match.WAITING;
    private boolean addressGranted;
    private boolean keepsValues;
    private @Nullable Person person;
    private @Nullable Person addressGiver;
    private @Nullable AttentionReason waitsFor;
    private @Nullable String keptAddress;

    private Candidate(UpsertUser command, @Nullable AttentionReason waitedFor) {
        this.command = command;
        this.waitedFor = waitedFor;
    }

    static Candidate of(UpsertUser command) {
        return new Candidate(command, null);
    }

    /** Somebody whose command was applied before, but for the address, which may be his now. */
    static Candidate ofClaim(Claims.Claim claim) {
        return new Candidate(claim.command(), claim.reason());
    }

    UpsertUser command() {
        return command;
    }

    UUID object() {
        return command.user().value();
    }

    /** Whether this is a claim about which there is nothing new to say. */
    boolean waitsAsBefore() {
        return waitedFor != null && waitedFor == waitsFor;
    }

    /** Addresses are the same whatever their case, and Learn Amp keeps them in lower case. */
    String email() {
        return keptAddress == null ? emailOf(command) : keptAddress;
    }

    /** Entra's address was undone, and is nothing to him. */
    void keepAddress(String present) {
        keptAddress = present;
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

    /** There are too many new people at once: he waits. */
    void keepBack() {
        person = null;
        addressGiver = null;
        match = Match.KEPT_BACK;
    }

    /** Of too many people values would be cleared at once: his stay. */
    void keepValues() {
        keepsValues = true;
    }

    boolean keepsValues() {
        return keepsValues;
    }

    void grantAddress() {
        addressGranted = true;
    }

    /** Gets the address of somebody who has gone and who is, as an admin said, not the same. */
    void takesFrom(Person holder) {
        addressGiver = holder;
    }

    Optional<Person> addressGiver() {
        return Optional.ofNullable(addressGiver);
    }

    void waitFor(AttentionReason reason) {
        waitsFor = reason;
    }

    Optional<AttentionReason> waitsFor() {
        return Optional.ofNullable(waitsFor);
    }

    Cause cause() {
        return Cause.of(command, match == Match.LINKED ? "linked" : null);
    }
}
