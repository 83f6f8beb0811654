package com.learnamp.entra.console.erasure;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of erasing people. */
@MessageBundle("erasure")
public interface ErasureWords {

    @Message("Erase {name}")
    String eraseOne(String name);

    @Message("Erase this person")
    String erase();

    @Message("Where somebody has asked for it, everything about a person goes, for good.")
    String eraseHint();

    @Message(
            "This can’t be undone. Being deactivated keeps a person’s record; being erased does not.")
    String text();

    @Message("The person in Learn Amp, with the learning record, teams, sign-in and invitation")
    String goesPerson();

    @Message("The history of every change, and whatever waits for a decision about this person")
    String goesHistory();

    @Message("The photo, unless somebody else has the very same picture")
    String goesPhoto();

    @Message(
            "What was read in Entra and told between the services: at once where the newest is kept, within seven days elsewhere")
    String goesTopics();

    @Message("Other Learn Amp services are told to erase the person too")
    String goesEvent();

    @Message(
            "What stays: that somebody was erased, when and by whom, and a code made of the Entra account and the email, by which the next sync knows not to bring this person back. Nobody can read it back.")
    String stays();

    @Message("Whoever this person manages goes to the Owner.")
    String reports();

    @Message("Type {email} to confirm")
    String typeToConfirm(String email);

    @Message(
            "{#switch problem}{#case 'self'}You can’t erase yourself: for you another admin has to do it.{#case 'owner'}The last active Owner can’t be erased. Make somebody else Owner in Learn Amp first.{#else}That is not this person’s email.{/switch}")
    String problem(String problem);

    @Message("Cancel")
    String cancel();

    @Message("Erased people")
    String title();

    @Message("That somebody was erased, and by whom. Who it was is nowhere kept.")
    String titleText();

    @Message(
            "{#if done == 'lifted'}Lifted. With the next full sync, such as by Sync users, this person comes back, as somebody new.{#else}Erased. The next sync does not bring this person back.{/if}")
    String done(String done);

    @Message("Somebody who isn’t in Learn Amp")
    String strangerTitle();

    @Message(
            "Whoever waits, or can’t be created, can be erased as well: what is kept goes, and the person doesn’t come. People in Learn Amp are erased from their own page.")
    String strangerText();

    @Message("Email or Entra object ID")
    String stranger();

    @Message("Erase and keep away")
    String eraseStranger();

    @Message(
            "{#switch problem}{#case 'in_learn_amp'}That is somebody in Learn Amp, who can be erased from there:{#else}That is neither an email nor an object ID.{/switch}")
    String strangerProblem(String problem);

    @Message("the person’s page")
    String personsPage();

    @Message("Email of somebody who was erased")
    String email();

    @Message("Find")
    String find();

    @Message(
            "{#if email.isEmpty}Nobody was erased yet{#else}Nobody with this email was erased{/if}")
    String nobody(String email);

    @Message("Erased")
    String erasedAt();

    @Message("By")
    String erasedBy();

    @Message("Coming back")
    String back();

    @Message("Kept away")
    String keptAway();

    @Message("Allowed by {name}")
    String liftedBy(String name);

    @Message("Let come back")
    String lift();
}
