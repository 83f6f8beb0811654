package com.learnamp.entra.console.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the sign-in page. */
@MessageBundle("signin")
public interface SignInWords {

    @Message("Sign in")
    String title();

    @Message("For Owners and Admins in Learn Amp.")
    String forWhom();

    @Message("Email")
    String email();

    @Message("Password")
    String password();

    @Message("Company")
    String company();

    @Message("Learn Amp operations")
    String operations();

    @Message("Sign in")
    String submit();

    @Message("Sign in with your organisation")
    String withOrganisation();

    @Message("That didn’t work")
    String refused();

    @Message(
            "The email or the password is wrong, it isn’t an Owner’s or Admin’s, or it was tried too often. After ten tries the address has to wait for 15 minutes.")
    String refusedText();

    @Message(
            "Your organisation signed you in, but there is no Owner or Admin with this email in Learn Amp.")
    String notKnownText();

    @Message(
            "Your organisation signed you in, but doesn’t say that your email is verified. Whoever runs its sign-in can put that right.")
    String notVerifiedText();

    @Message("Your organisation didn’t sign you in. Try again, or ask whoever runs its sign-in.")
    String declinedText();

    @Message(
            "This sign-in was not begun in this browser, was used already, or is older than ten minutes. Begin again.")
    String notBegunText();

    @Message(
            "What your organisation’s sign-in sent can’t be trusted, so it was refused. Begin again.")
    String untrueText();

    @Message("Your organisation’s sign-in can’t be reached at the moment. Try again soon.")
    String unreachableText();

    @Message("You belong to more than one company")
    String choose();

    @Message("Choose the one that you want to see, and enter your password again.")
    String chooseText();

    @Message("Choose the one that you want to see.")
    String chooseOrganisationText();

    @Message("You are signed out.")
    String signedOut();
}
