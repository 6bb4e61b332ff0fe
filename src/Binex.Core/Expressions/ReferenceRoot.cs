namespace Binex.Core.Expressions;

/// <summary>What a reference starts from.</summary>
public enum ReferenceRoot
{
    /// <summary><c>${user.x}</c>: a variable of the workflow.</summary>
    User,

    /// <summary><c>${env.X}</c>: an environment variable; its value is a secret.</summary>
    Env,

    /// <summary><c>${node.output}</c>: an output of a node.</summary>
    Output,

    /// <summary><c>${node.status}</c>: how a node ended.</summary>
    Status,

    /// <summary><c>${run.id}</c>, <c>${run.name}</c>, <c>${run.spent}</c>.</summary>
    Run,

    /// <summary><c>${budget.remaining}</c>.</summary>
    Budget,

    /// <summary><c>${item}</c>: the item of a foreach.</summary>
    Item,

    /// <summary><c>${index}</c>: the index of the item, from 0.</summary>
    Index,

    /// <summary><c>${iteration}</c>: which execution of the node this is, from 1.</summary>
    Iteration,
}
