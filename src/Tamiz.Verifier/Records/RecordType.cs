namespace Tamiz.Verifier.Records;

/// <summary>Types of records, by their numbers on the page.</summary>
internal enum RecordType
{
    Ledger = 1,
    Key = 2,
    Person = 3,
    SignIn = 4,
    Content = 5,
    Approval = 6,
    Knowledge = 7,
    Read = 8,
    Import = 9,
    Declaration = 10,
    Assessment = 11,
    Draw = 12,
    Lane = 13,
    Finding = 14,
    Amendment = 15,
    Cancellation = 16,
    Assignment = 17,
    Override = 18,
    DayOpened = 19,
    DayClosed = 20,
    Commitment = 21,
    Checkpoint = 22,
    Erasure = 23,
    Repair = 24,
    Clock = 25,
}
