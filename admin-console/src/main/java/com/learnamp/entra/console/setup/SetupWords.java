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
            "In Entra: Overview, Tenant ID. Entering it binds nothing: an administrator of the tenant has to prove that it is yours, in the next step.")
    String tenantHint();

    @Message("Bound to your company: an administrator of the tenant signed in and proved it,")
    String boundByProof();

    @Message(
            "Bound to your company: an administrator of the tenant signed in and proved it, and the Owner of the other company that has it agreed,")
    String boundByAgreement();

    @Message("Bound to your company by Learn Amp’s operations,")
    String boundByOperations();

    @Message("Saved. Next, an administrator of the tenant proves that it is yours.")
    String claimed();

    @Message("Not proved yet")
    String unproved();

    @Message("Entered by {who},")
    String enteredBy(String who);

    @Message(
            "Until an administrator of this tenant signs in here, nothing is read from it, and nothing changes.")
    String unprovedText();

    @Message(
            "Sign in at Microsoft as an administrator of this tenant (Global, Privileged Role, Application or Cloud Application Administrator). That proves that it is yours; nothing else is done with the sign-in.")
    String proveText();

    @Message("Sign in at Microsoft")
    String prove();

    @Message("Proved; waiting for another company")
    String asked();

    @Message(
            "Another company in Learn Amp has this tenant already. Its Owner is asked, on their Set up page, whether you may share it; until then nothing is read from it for you.")
    String askedText();

    @Message("Asked")
    String askedAt();

    @Message("Not shared")
    String notShared();

    @Message("The Owner of the other company that has this tenant declined,")
    String declinedAt();

    @Message(
            "If that is a mistake, talk to them, then sign in once more to ask again; or enter another tenant.")
    String notSharedText();

    @Message(
            "An administrator of the tenant proves it on the company’s own page; or bind it by hand above.")
    String proveHintForStaff();

    @Message("{company} asks to share your Entra tenant")
    String requestTitle(String company);

    @Message("{who} of {company} entered it,")
    String requestBy(String who, String company);

    @Message(
            "An administrator of the tenant signed in and proved it. If you agree, {company} reads the people of the group in this tenant that it chooses. Your own people and settings are not touched.")
    String requestText(String company);

    @Message("Agree")
    String agree();

    @Message("Decline")
    String decline();

    @Message("Only an Owner of your company can answer this.")
    String onlyTheOwner();

    @Message("The tenant is proved and bound to your company.")
    String noticeBound();

    @Message("The tenant is proved. The Owner of the other company that has it is asked.")
    String noticeAsked();

    @Message("You agreed. The other company is bound to the tenant, too.")
    String noticeAccepted();

    @Message("You declined. The other company is not bound to the tenant.")
    String noticeDeclined();

    @Message("Microsoft says that it was granted. We are looking whether it works.")
    String noticeAuthorised();

    @Message(
            "Whoever signed in belongs to another tenant than the one that you entered. Nothing was bound.")
    String noticeOtherTenant();

    @Message(
            "Whoever signed in is no administrator of the tenant, or Microsoft doesn’t say so. It takes a Global, Privileged Role, Application or Cloud Application Administrator. Nothing was bound.")
    String noticeNotAdministrator();

    @Message("The sign-in at Microsoft was not completed. Nothing was bound.")
    String noticeTurnedBack();

    @Message(
            "That was not begun in this browser and for this company, was used already, or is older than ten minutes. Nothing was changed; begin again.")
    String noticeNotBegun();

    @Message("Meanwhile another tenant was entered. Nothing was bound; begin again.")
    String noticeNotWanted();

    @Message(
            "What came back from the sign-in can’t be trusted, so it was refused. Nothing was bound.")
    String noticeUntrue();

    @Message(
            "The sign-in of this tenant can’t be reached, or there is no such tenant. Check the tenant ID, or try again soon.")
    String noticeUnreachable();

    @Message("The permissions were not granted. Nothing was changed.")
    String noticeNotAuthorised();

    @Message(
            "The permissions were granted in another tenant than yours. That changes nothing here: sign in at Microsoft with an administrator of your tenant.")
    String noticeAuthorisedElsewhere();

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

    @Message("Permissions and group can be looked up again at any time.")
    String notLooked();

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

    @Message("Enter the tenant ID first, and prove it.")
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

    @Message("On the hire date")
    String onHireDate();

    @Message("In the morning of that day; at once whoever has none in Entra.")
    String onHireDateHint();

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

    @Message("Each new person is invited on the hire date, and at once whoever has none.")
    String firstSyncInvitesLater();

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
