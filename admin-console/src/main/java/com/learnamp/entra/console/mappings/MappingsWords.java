package com.learnamp.entra.console.mappings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page of mappings. */
@MessageBundle("mappings")
public interface MappingsWords {

    @Message(
            "What each field of Learn Amp gets from Entra. The standard fields are the same for"
                    + " everybody; your own custom fields follow the mappings that you make here.")
    String pageText();

    @Message("Saved. Everybody is compared with it, if you are connected.")
    String saved();

    @Message("Please correct what is marked below. Nothing has been saved.")
    String problems();

    @Message("Your custom fields")
    String own();

    @Message("No custom field follows Entra yet.")
    String none();

    @Message("Your Learn Amp has no custom fields. Make one in Learn Amp first.")
    String noFields();

    @Message("Custom field")
    String field();

    @Message("Comes from")
    String source();

    @Message("Written")
    String rule();

    @Message("Change")
    String change();

    @Message("Remove")
    String remove();

    @Message(
            "{#switch rule}{#case 'always'}Always{#case 'only_when_empty'}Only when empty{#case"
                    + " 'never_clear'}Never cleared{#else}{rule}{/switch}")
    String ruleWord(String rule);

    @Message(
            "{#switch rule}{#case 'always'}A blank in Entra clears only what came from Entra.{#case"
                    + " 'only_when_empty'}What somebody put there in Learn Amp stays.{#else}A blank in"
                    + " Entra changes nothing.{/switch}")
    String ruleHint(String rule);

    @Message("Map a custom field")
    String form();

    @Message("Attribute in Entra")
    String attribute();

    @Message(
            "Such as employeeId, extensionAttribute1, or a directory extension by its full name,"
                    + " extension_…_name.")
    String attributeHint();

    @Message("The custom field")
    String theField();

    @Message("The attribute")
    String theAttribute();

    @Message("The expression")
    String theExpression();

    @Message("Or an expression")
    String expression();

    @Message(
            "CEL over attributes, each a text, empty where Entra has nothing: department.split(' /"
                    + " ')[0]. Functions: trim, lowerAscii, upperAscii, replace, split, substring,"
                    + " indexOf, lastIndexOf, charAt, startsWith, endsWith, contains, matches.")
    String expressionHint();

    @Message("Try on five people")
    String tryOut();

    @Message("Save mapping")
    String save();

    @Message("Tried on real people, nothing is saved yet")
    String tried();

    @Message("Entra is being read…")
    String reading();

    @Message("Nobody was found in the group.")
    String nobody();

    @Message("Person")
    String person();

    @Message("In Entra")
    String inEntra();

    @Message("In Learn Amp now")
    String before();

    @Message("Would be")
    String after();

    @Message("Standard fields")
    String standard();

    @Message("Learn Amp")
    String learnAmp();

    @Message("Entra")
    String entra();
}
