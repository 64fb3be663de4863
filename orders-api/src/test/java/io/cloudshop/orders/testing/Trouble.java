package io.cloudshop.orders.testing;

/** What can go wrong with a call to products-api. */
public enum Trouble {
    /** Answers 500. */
    ERROR,
    /** Resets the connection without doing anything. */
    RESET,
    /** Does the work and resets the connection: the answer is lost. */
    ANSWER_LOST,
    /** Does the work and answers after the caller's patience has ended. */
    SLOW,
    /** Answers with something that is not JSON. */
    GARBAGE
}
