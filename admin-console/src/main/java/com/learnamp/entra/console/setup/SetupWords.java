package com.learnamp.entra.console.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the set-up page. */
@MessageBundle("setup")
public interface SetupWords {

    @Message("Connect one Entra security group. Its members become Learn Amp’s individuals.")
    String pageText();

    @Message("Connected.")
    String connected();

    @Message("Changes in Entra follow by themselves, and everybody is compared every 24 hours.")
    String connectedText();

    @Message("Disconnected.")
    String disconnected();

    @Message("Changes in Entra are not followed; everybody stays as they are.")
    String disconnectedText();

    @Message("Saved. Everybody is compared anew.")
    String savedAndCompared();

    @Message("Saved.")
    String saved();

    @Message("Nothing was saved")
    String problems();

    @Message("Your directory and group")
    String directory();

    @Message("Tenant ID")
    String tenantId();

    @Message(
            "In Entra: Overview, Tenant ID. Make sure that it is this customer’s own: whoever is bound to a tenant sees its people.")
    String tenantHintForStaff();

    @Message(
            "Learn Amp’s operations enter it, once they have made sure that the tenant is yours. Tell Learn Amp’s support your tenant ID.")
    String tenantHintMissing();

    @Message("Bound to your company by Learn Amp’s operations, who alone can change it.")
    String tenantHintBound();

    @Message("Group object ID")
    String groupId();

    @Message(
            "In Entra: Groups, the security group, Overview, Object ID. Groups inside it count too.")
    String groupHint();

    @Message("Save and look it up")
    String saveDirectory();

    @Message("{field}: enter it first.")
    String missing(String field);

    @Message("{field}: this isn’t an ID. It has the form 8c1f2b7e-5d0a-4f3c-9a61-2e7740b5d913.")
    String notAGuid(String field);

    @Message(
            "{field}: only Learn Amp’s operations can enter or change it, until an administrator of the tenant can prove here that it is yours.")
    String onlyOperations(String field);

    @Message("{field}: this can’t be taken.")
    String otherProblem(String field);

    @Message("We are looking at your directory…")
    String looking();

    @Message("Found")
    String found();

    @Message("security group in {tenant}")
    String groupIn(String tenant);

    @Message("security group")
    String groupAlone();

    @Message("Looked up")
    String lookedUp();

    @Message("Look again")
    String lookAgain();

    @Message("Nobody answered. Look again in a moment.")
    String noAnswer();

    @Message("Authorise")
    String authorise();

    @Message("Read only; nothing is ever written to Entra")
    String readOnly();

    @Message(
            "An administrator of your Entra tenant grants two permissions: to read people (User.Read.All) and to read groups (Group.Read.All).")
    String authoriseText();

    @Message("Whether it was granted, “Look again” above tells.")
    String authoriseThen();

    @Message("Authorise at Microsoft")
    String authoriseLink();

    @Message("Or send this link to your Entra administrator; no account in Learn Amp is needed")
    String copyLink();

    @Message("Enter the tenant ID first.")
    String authoriseLater();

    @Message(
            "No application is configured here that consent could be given to; Learn Amp’s operations put that right.")
    String noApplication();

    @Message("The permissions are granted.")
    String granted();

    @Message("Preferences")
    String preferences();

    @Message("Invitations to new people")
    String invitations();

    @Message("At once")
    String immediately();

    @Message("Each new person gets Learn Amp’s email; after a sync of many, when it has ended.")
    String immediatelyHint();

    @Message("Not automatically")
    String byHand();

    @Message("You invite from Individuals, whenever you like.")
    String byHandHint();

    @Message("What else follows Entra")
    String follows();

    @Message("Assign override manager using Manager/Direct Reports in Microsoft Entra ID")
    String managers();

    @Message("Team managers are never changed.")
    String managersHint();

    @Message("Profile photos")
    String photos();

    @Message("A photo taken away in Entra is taken away in Learn Amp, if it came from there.")
    String photosHint();

    @Message("Treat disabled accounts as leavers")
    String disabled();

    @Message(
            "Off: a disabled account stays active in Learn Amp. On: it is deactivated; people on leave and people not yet started are often disabled, too. Whoever is deactivated leaves all teams, and Learn Amp deletes their tasks, event enrolments, objectives and purchase requests.")
    String disabledHint();

    @Message("Save preferences")
    String savePreferences();

    @Message("Saved by {who},")
    String savedBy(String who);

    @Message("First sync")
    String firstSync();

    @Message(
            "Everybody in the group is created in Learn Amp, or linked to the individual with the same email. Teams are made from departments. Afterwards changes follow by themselves.")
    String firstSyncText();

    @Message("Each new person is invited when it has ended.")
    String firstSyncInvites();

    @Message("No invitation is sent.")
    String firstSyncInvitesNobody();

    @Message("Start first sync")
    String start();

    @Message("Enter the directory and the group first.")
    String startLater();

    @Message("Connect again")
    String connectAgain();

    @Message("Connection")
    String connection();

    @Message("Next full comparison")
    String nextComparison();

    @Message("Disconnect…")
    String disconnect();

    @Message("Disconnect your directory?")
    String disconnectTitle();

    @Message(
            "Changes in Entra are followed no more. Everybody stays in Learn Amp as they are; nobody is deactivated. You can connect again at any time.")
    String disconnectText();

    @Message("Cancel")
    String cancel();

    @Message("Disconnect")
    String disconnectNow();

    @Message("Step {number}")
    String step(int number);

    @Message("done")
    String done();
}
