package shop;

public enum State {
    OPEN,
    SOLVED,
    CLOSED
}
