package com.learnamp.entra.console.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the frame around every page, and of times and counts. */
@MessageBundle("frame")
public interface FrameWords {

    @Message("Entra provisioning")
    String product();

    @Message("Skip to content")
    String skip();

    @Message("Menu")
    String menu();

    @Message("Main")
    String mainNavigation();

    @Message("Main, small screen")
    String smallNavigation();

    @Message("Breadcrumb")
    String breadcrumb();

    @Message("Find a person")
    String findPerson();

    @Message("Overview")
    String overview();

    @Message("Sync runs")
    String runs();

    @Message("Individuals")
    String individuals();

    @Message("Needs attention")
    String attention();

    @Message("Activity")
    String activity();

    @Message("Mappings")
    String mappings();

    @Message("Set up")
    String setup();

    @Message("Companies")
    String companies();

    @Message("{#if count == 1}1 person{#else}{count.grouped} people{/if}")
    String people(long count);

    @Message("items")
    String items();

    @Message("Dark theme")
    String darkTheme();

    @Message("Light theme")
    String lightTheme();

    @Message("Sign out")
    String signOut();

    @Message("Owner")
    String owner();

    @Message("Admin")
    String admin();

    @Message("Operations")
    String operations();

    @Message(
            "You are looking at {company} as Learn Amp’s operations. What its admins decide is theirs to do.")
    String lookingAt(String company);

    @Message("This is for the company’s own admins to do.")
    String onlyLooking();

    @Message("All companies")
    String allCompanies();

    @Message("Times are in {zone} time.")
    String timesAreIn(String zone);

    @Message("Keyboard")
    String keyboard();

    @Message("Everything here works with Tab, Enter and Space. One key more is for the search.")
    String keyboardText();

    @Message("Saved, for this browser.")
    String keyboardSaved();

    @Message("The key /")
    String searchKey();

    @Message("Puts the cursor into the search, unless it is in a field already")
    String searchKeyOn();

    @Message("Does nothing, for whoever speaks to the computer or presses keys by mistake")
    String searchKeyOff();

    @Message("Save")
    String save();

    @Message("Sync users")
    String syncUsers();

    @Message("just now")
    String justNow();

    @Message("{#if minutes == 1}1 minute ago{#else}{minutes} minutes ago{/if}, at {time}")
    String minutesAgo(long minutes, String time);

    @Message("{#if minutes == 1}in 1 minute{#else}in {minutes} minutes{/if}, at {time}")
    String inMinutes(long minutes, String time);

    @Message("today, {time}")
    String today(String time);

    @Message("yesterday, {time}")
    String yesterday(String time);

    @Message("tomorrow, {time}")
    String tomorrow(String time);

    @Message("{day}, {time}")
    String dayAndTime(String day, String time);

    @Message("{tenths} s")
    String seconds(String tenths);

    @Message("{minutes} min {seconds} s")
    String minutesAndSeconds(long minutes, long seconds);

    @Message("{hours} h {minutes} min")
    String hoursAndMinutes(long hours, long minutes);

    @Message("Not found")
    String notFound();

    @Message("There is nothing at this address, or it isn’t yours to see.")
    String notFoundText();

    @Message("This page is out of date")
    String outOfDate();

    @Message(
            "You were signed out or signed in anew since it was opened, so nothing was changed."
                    + " Open it again and repeat what you did.")
    String outOfDateText();

    @Message("Something went wrong")
    String failed();

    @Message(
            "Nothing of what you did was kept. Try again in a moment. If it happens again, tell"
                    + " Learn Amp’s support this number: {reference}")
    String failedText(String reference);

    @Message("Learn Amp can’t be read at the moment")
    String away();

    @Message("Nothing is lost, and nothing of what you did was kept. Try again in a minute.")
    String awayText();

    @Message("Back to the start")
    String backToStart();
}
