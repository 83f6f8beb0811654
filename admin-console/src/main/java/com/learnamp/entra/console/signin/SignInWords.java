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

    @Message("You belong to more than one company")
    String choose();

    @Message("Choose the one that you want to see, and enter your password again.")
    String chooseText();

    @Message("You are signed out.")
    String signedOut();
}
