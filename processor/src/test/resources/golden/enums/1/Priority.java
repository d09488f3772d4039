package shop;

public enum Priority {
    LOW,
    HIGH
}
