using System.Text.Json;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>A JSON element that knows its path, so that every complaint can say where.</summary>
internal readonly struct JsonNode(JsonElement element, string path)
{
    public JsonNode this[string name] => Optional(name) ?? throw Error($"lacks '{name}'");

    public JsonNode? Optional(string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Error("must be an object");
        return element.TryGetProperty(name, out JsonElement value) ? new JsonNode(value, $"{path}.{name}") : null;
    }

    public IEnumerable<JsonNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Error("must be an array");
        string parent = path;
        return element.EnumerateArray().Select((item, index) => new JsonNode(item, $"{parent}[{index}]"));
    }

    public IEnumerable<MetadataEntry> Properties()
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Error("must be an object");
        string parent = path;
        return element.EnumerateObject().Select(
            property => new MetadataEntry(property.Name, new JsonNode(property.Value, $"{parent}.{property.Name}").Text()));
    }

    /// <summary>A name that comes twice would mean one thing to this reader and perhaps another to the next.</summary>
    public void RequireDistinctNames()
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonNode item in Items())
                item.RequireDistinctNames();
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        var names = new HashSet<string>();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!names.Add(property.Name))
                throw Error($"has '{property.Name}' twice");
            new JsonNode(property.Value, $"{path}.{property.Name}").RequireDistinctNames();
        }
    }

    public string Text() =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Error("must be a string");

    public int Integer() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value)
            ? value
            : throw Error("must be a 32-bit integer");

    public double Double() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double value)
            ? value
            : throw Error("must be a number");

    public float Single() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetSingle(out float value)
            ? value
            : throw Error("must be a number");

    public bool Boolean() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error("must be true or false"),
    };

    /// <summary>One of the words that <paramref name="nameOf"/> has for an enumeration.</summary>
    public T Word<T>(Func<T, string> nameOf)
        where T : struct, Enum
    {
        string word = Text();
        T[] known = [.. Enum.GetValues(typeof(T)).Cast<T>()];
        int found = Array.FindIndex(known, candidate => nameOf(candidate) == word);
        return found >= 0 ? known[found] : throw Error($"'{word}' is unknown; known are {string.Join(", ", known.Select(nameOf))}");
    }

    public NetworkFileException Error(string problem) => new($"{path} {problem}");
}
