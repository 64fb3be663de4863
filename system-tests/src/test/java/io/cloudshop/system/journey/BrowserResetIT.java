package io.cloudshop.system.journey;

import org.junit.jupiter.api.Test;

/** Somebody who has forgotten a password gets back in, with what came by mail and nothing else. */
@LocalShopNeeded
class BrowserResetIT extends BrowserTest {

    private static final String NEW_PASSWORD = "two lamps, no chair, one table";

    BrowserResetIT(LocalShop shop) {
        super(shop);
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_link() {
        Customer customer = Customer.registeredAt(shop());
        Visitor visitor = visitor();
        visitor.opens("/login");
        visitor.seesTitle("Welcome back");
        visitor.follows("Forgot your password?");
        visitor.seesTitle("A new password");
        visitor.fills("Email address", customer.email());
        visitor.presses("Send me a link");
        visitor.sees("Look into your mailbox");
        visitor.meetsNoBarrier();
        visitor.takesPictures("sent");

        visitor.follows("see what it would have sent");
        visitor.seesTitle("Mailbox of this demonstration");
        visitor.sees("To " + customer.email());
        visitor.takesPictures("mailbox");
        visitor.followsAddressWith("/reset-password#token=");
        visitor.seesTitle("Choose a new password");
        visitor.meetsNoBarrier();
        visitor.takesPictures("reset");
        visitor.fills("New password", NEW_PASSWORD);
        visitor.presses("Set new password");

        visitor.seesTitle("Welcome back");
        visitor.fills("Email address", customer.email());
        visitor.fills("Password", NEW_PASSWORD);
        visitor.presses("Log in");
        visitor.seesTitle("Good things, within reach.");
    }

    @Test
    void the_pages_of_a_reset_speak_french() {
        Customer customer = Customer.registeredAt(shop());
        Visitor visitor = visitor();
        visitor.opens("/forgot-password");
        visitor.presses("FR – Français");
        visitor.seesTitle("Un nouveau mot de passe");
        visitor.fills("Adresse e-mail", customer.email());
        visitor.presses("M’envoyer un lien");
        visitor.sees("Regardez vos e-mails");

        visitor.follows("voir ce qu’elle aurait envoyé");

        visitor.sees("À " + customer.email());
        visitor.sees("Un nouveau mot de passe pour CloudShop");
    }
}
