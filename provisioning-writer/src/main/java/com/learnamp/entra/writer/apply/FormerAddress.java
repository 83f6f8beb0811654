package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;

/**
 * What somebody who has gone has in place of the address that a new person has now: Learn Amp wants
 * one of everybody. No mail can reach it.
 */
final class FormerAddress {

    private FormerAddress() {}

    static void giveTo(Person giver, Candidate candidate, People people) {
        String address = "former-" + giver.id() + "." + candidate.email() + ".invalid";
        giver.set(UserField.EMAIL, address, Cause.of(candidate.command(), "address_given_up"));
        giver.entraObject()
                .flatMap(people::entry)
                .ifPresent(entry -> people.put(entry.withWritten(UserField.EMAIL, address)));
    }
}
