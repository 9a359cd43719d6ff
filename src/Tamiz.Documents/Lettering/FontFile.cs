using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tamiz.Documents.Lettering;

/// <summary>The font Inter (SIL Open Font License 1.1), read from the resources of the library that carries it.</summary>
internal static class FontFile
{
    public const string Name = "Inter";

    public static byte[] Regular { get; } = Read("/Assets/Inter-Regular.ttf");

    public static byte[] Bold { get; } = Read("/Assets/Inter-Bold.ttf");

    // Of the resource: length of the index; version and count; for each file its name, offset behind the index, and length.
    private static byte[] Read(string path)
    {
        using var library = new PEReader(Resource.Open("Inter"), PEStreamOptions.PrefetchEntireImage);
        var metadata = library.GetMetadataReader();
        var offset = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(one => metadata.GetString(one.Name) == "!AvaloniaResources").Offset;
        var block = library.GetSectionData(library.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var bytes = block.GetContent((int)offset, block.Length - (int)offset).ToArray();
        using var reader = new BinaryReader(new MemoryStream(bytes));
        _ = reader.ReadInt32();
        var data = reader.ReadInt32() + 8;
        _ = reader.ReadInt32();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, start, length) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            if (name == path)
            {
                return bytes[(data + start)..(data + start + length)];
            }
        }

        throw new InvalidOperationException(path + " is not in the library of the font");
    }
}
